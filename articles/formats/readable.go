package formats

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// Limits beyond which a page is not weighed to find the article: all its paragraphs are
// the article. The time grows with elements and with bytes times depth. Pages have
// 1,000 to 10,000 elements, 30 deep.
const (
	maxElements = 50_000
	maxWeighed  = 4 << 20 // bytes of text
	maxNested   = 100
)

// mainPart returns the element that holds the article, by the rules of Mozilla's
// Readability, and fills in what is not known about it. It returns nil if none stands
// out.
func mainPart(page *html.Node, size int, a *Article) (found *html.Node) {
	if size > maxWeighed || deeper(page, maxNested) {
		return nil
	}
	defer func() { // a library for pages of all the world
		if p := recover(); p != nil {
			found = nil
		}
	}()
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	parser.CharThresholds = 200
	address, _ := url.Parse(a.URL)
	read, err := parser.ParseDocument(page, address)
	if err != nil {
		return nil
	}
	if title := oneLine(read.Title()); a.Title == "" || title != "" && strings.HasPrefix(a.Title, title) {
		a.Title = title
	}
	if a.Outlet == "" {
		a.Outlet = oneLine(read.SiteName())
	}
	if t, err := read.PublishedTime(); a.Date == "" && err == nil {
		a.Date = t.Format(dateLayout)
	}
	return read.Node
}
