package formats

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// maxDepth is how deep the elements of a file may be nested. Pages and feeds have 30.
const maxDepth = 256

// readFeed reads the items of an RSS or Atom feed, in the order of the file. What an
// item says in full wins over its summary.
func readFeed(data []byte) (all []Article, notices []string, err error) {
	if tooDeep(data) {
		return nil, nil, fmt.Errorf("elements are nested deeper than %d", maxDepth)
	}
	defer func() { // a library for files of all the world
		if p := recover(); p != nil {
			all, err = nil, errors.New("looks like a feed, but cannot be read")
		}
	}()
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return nil, nil, fmt.Errorf("looks like a feed, but cannot be read: %w", err)
	}
	for _, item := range feed.Items {
		all = append(all, fromItem(feed, item))
	}
	if len(all) == 0 {
		return nil, nil, errors.New("a feed without items")
	}
	return all, nil, nil
}

func fromItem(feed *gofeed.Feed, item *gofeed.Item) Article {
	a := Article{Outlet: oneLine(feed.Title), URL: webAddress(item.Link)}
	for _, t := range []*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if t != nil {
			a.Date = t.Format(dateLayout)
			break
		}
	}
	body := item.Content
	if len(item.Description) > len(body) {
		body = item.Description
	}
	a.Put(plainOf(item.Title), textOf(body))
	return a
}

// tooDeep reports whether elements are nested too deep for a reader that descends
// into them. Note: what is no sound XML ends the count; it ends the reader, too.
func tooDeep(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for depth := 0; ; {
		t, err := d.RawToken()
		if err != nil {
			return false
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return true
			}
		case xml.EndElement:
			depth--
		}
	}
}

// plainOf returns a headline without markup, in one line.
func plainOf(title string) string {
	if !strings.ContainsAny(title, "<&") {
		return oneLine(title)
	}
	return oneLine(textOf(title))
}
