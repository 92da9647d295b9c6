package formats

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// readPage reads the article of a web page: headline, an empty line, and its
// paragraphs with an empty line between them. What is hidden, and what every page of
// a newspaper has around its articles, is left out.
func readPage(data []byte) (all []Article, notices []string, err error) {
	text, notices, err := decodePage(data)
	if err != nil {
		return nil, nil, err
	}
	page, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, nil, fmt.Errorf("the web page cannot be read: %w", err)
	}
	a := about(page, text)
	clean(page)
	everything := paragraphs(page)
	body := everything
	if found := mainPart(page, len(everything), &a); found != nil {
		if part := paragraphs(found); len(part) >= len(everything)/minPart {
			body = part
		}
	}
	if body == "" {
		return nil, nil, errors.New("a web page without text; if scripts draw it, save the page from a browser")
	}
	a.Put(a.Title, body)
	a.Broken = strings.ContainsRune(a.Text, utf8.RuneError)
	return []Article{a}, notices, nil
}

// minPart is the part of a page's text, as a divisor, of which an article is at least;
// less was not the article.
const minPart = 12

// decodePage returns a page as UTF-8, by its byte order mark, its own words
// (<meta charset>), or its bytes.
func decodePage(data []byte) (string, []string, error) {
	if isWide(data) {
		w, notices, err := decode(data)
		return w.Text, notices, err
	}
	if !utf8.Valid(data) {
		e, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
		if name != "utf-8" && name != "windows-1252" { // said by the page; those two are told by their bytes
			decoded, err := e.NewDecoder().Bytes(data)
			return string(decoded), nil, err
		}
	}
	w, notices, err := decode(bytes.ReplaceAll(data, []byte{0}, nil))
	return w.Text, notices, err
}

func isWide(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF"))
}

// paragraphs returns the text of an element and those in it, an empty line between
// blocks.
func paragraphs(n *html.Node) string {
	w := writer{}
	w.walk(n)
	return strings.TrimRight(w.text.String(), " \n")
}

// textOf returns the text of a piece of HTML, such as an item of a feed has.
func textOf(markup string) string {
	page, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return ""
	}
	clean(page)
	return paragraphs(page)
}

// A writer writes the text of elements: white space is one blank, a block begins a
// paragraph, <br> a line.
type writer struct {
	text strings.Builder
	gap  string // what stands between the text so far and what comes
}

// widen makes a gap at least as wide as said: blank, line, paragraph.
func (w *writer) widen(gap string) {
	if w.text.Len() > 0 && len(gap) >= len(w.gap) && !(gap == " " && w.gap == "\n") {
		w.gap = gap
	}
}

func (w *writer) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.write(n.Data)
		return
	case n.Type == html.ElementNode && (n.Data == "head" || n.Data == "script"):
		return
	case n.Type == html.ElementNode && n.Data == "br":
		if w.gap == "\n" {
			w.widen("\n\n")
		}
		w.widen("\n")
		return
	}
	block := n.Type == html.ElementNode && !inline[n.Data]
	if block {
		w.widen("\n\n")
	}
	for c := range n.ChildNodes() {
		w.walk(c)
	}
	if block {
		w.widen("\n\n")
	}
}

func (w *writer) write(s string) {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if isBlank(r) {
			w.widen(" ")
		} else {
			w.text.WriteString(w.gap)
			w.gap = ""
			w.text.WriteString(s[:size])
		}
		s = s[size:]
	}
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' }

// inline are the elements that stand in a line. All others begin a paragraph.
var inline = set("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// attribute returns the value of an attribute, or "".
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
