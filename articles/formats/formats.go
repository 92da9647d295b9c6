// Package formats reads articles out of the files they come in: plain text, web
// pages, RSS and Atom feeds, each in any usual encoding and packed by gzip or not.
// Files are told apart by what they hold.
//
// Nothing is fetched, and every step has a limit: of bytes, of depth, of how far a
// packed file may grow.
package formats

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxBytes is the size of an article file, unpacked, beyond which it is refused.
const MaxBytes = 100 << 20

// An Article is a text to be cut into statements, with what its file tells about it.
type Article struct {
	Title  string // the headline; Text begins with it
	Text   string // valid UTF-8
	Date   string // 2026-03-14
	Outlet string
	URL    string

	Mark    int    // bytes before Text in its file that are no text: a byte order mark
	Broken  bool   // Text had bytes that are not UTF-8; they are U+FFFD now
	Problem string // why Text cannot be used; "" if it can
}

// A Format is what kind of file articles come in.
type Format uint8

// The formats.
const (
	Plain Format = iota // one article in plain text
	Page                // one article in HTML
	Feed                // the articles of an RSS or Atom feed
)

// Of tells the format of a file by the bytes it begins with, in any encoding.
func Of(prefix []byte) Format {
	const looked = 4 << 10
	start := strings.ToLower(ascii(prefix[:min(len(prefix), looked)]))
	name := rootOf(start)
	switch name {
	case "rss", "feed", "rdf:rdf":
		return Feed
	case "!doctype":
		return Page
	}
	if pageTags[name] {
		return Page
	}
	return Plain
}

// pageTags are the elements with which a page or a piece of one begins.
var pageTags = map[string]bool{
	"html": true, "head": true, "body": true, "meta": true, "title": true, "script": true, "article": true,
	"div": true, "main": true, "section": true, "p": true, "h1": true, "h2": true, "header": true,
}

// ascii returns the ASCII letters of a text in any encoding, those of UTF-16 too.
func ascii(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		if c > 0 && c < utf8.RuneSelf {
			s.WriteByte(c)
		}
	}
	return s.String()
}

// rootOf returns the name of the first element of a file of markup, without what may
// stand before it: comments, instructions, the document type of anything but a web page, for
// which it returns "!doctype". It returns "" for other files.
func rootOf(start string) string {
	for {
		start = strings.TrimLeft(start, " \t\r\n")
		end := ""
		switch {
		case strings.HasPrefix(start, "<!--"):
			end = "-->"
		case strings.HasPrefix(start, "<?"):
			end = "?>"
		case strings.HasPrefix(start, "<!doctype") && !strings.HasPrefix(start, "<!doctype html"):
			end = doctypeEnd(start)
		case strings.HasPrefix(start, "<"):
			name := start[1:]
			if i := strings.IndexAny(name, " \t\r\n/>["); i >= 0 {
				name = name[:i]
			}
			return name
		default:
			return ""
		}
		_, rest, found := strings.Cut(start, end)
		if !found {
			return ""
		}
		start = rest
	}
}

// doctypeEnd returns what a document type ends with: declarations of its own stand in brackets.
func doctypeEnd(start string) string {
	if i := strings.IndexAny(start, "[>"); i >= 0 && start[i] == '[' {
		return "]>"
	}
	return ">"
}

// signatures are how files begin that people have among articles, and what they are.
var signatures = []struct{ start, what string }{
	{"%PDF-", "a PDF; save its text"},
	{"PK\x03\x04", "a zip archive or an office document; unpack it, or save its text"},
	{"\xD0\xCF\x11\xE0", "an old office document; save its text"},
	{`{\rtf`, "a document in rich text; save its text"},
	{"\x89PNG", "a picture"},
	{"\xFF\xD8\xFF", "a picture"},
	{"GIF8", "a picture"},
	{"BZh", "packed by bzip2; unpack it first"},
	{"\xFD7zXZ", "packed by xz; unpack it first"},
	{"(\xB5/\xFD", "packed by zstd; unpack it first"},
	{"\x1f\x8b", "packed by gzip twice; unpack it first"},
}

// errBinary says that a file is no text of any kind.
var errBinary = errors.New("looks like a binary file, not text; if it is text, save it as UTF-8")

// Refuse returns why a file that begins with prefix cannot be an article, or nil.
func Refuse(prefix []byte) error {
	if len(bytes.TrimSpace(bytes.TrimPrefix(prefix, []byte("\uFEFF")))) == 0 {
		return errors.New("the file is empty")
	}
	for _, s := range signatures {
		if bytes.HasPrefix(prefix, []byte(s.start)) {
			return fmt.Errorf("looks like %s", s.what)
		}
	}
	return nil
}

// Read reads the articles of a file, unpacked. Notices say what was read other than
// it was printed.
func Read(f Format, data []byte) (all []Article, notices []string, err error) {
	if err := Refuse(data); err != nil {
		return nil, nil, err
	}
	switch f {
	case Page:
		return readPage(data)
	case Feed:
		return readFeed(data)
	}
	return readPlain(data)
}
