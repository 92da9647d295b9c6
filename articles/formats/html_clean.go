package formats

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// never are the elements without words to read.
var never = set("script style noscript template svg math iframe object embed audio video canvas button select textarea input")

// around are the elements of what stands around an article. But: a part of a page that
// has much of its text is the article, whatever it is called.
var around = set("nav aside footer form figcaption caption dialog menu")

// furniture are the words in the class or id of what stands around an article, with
// the same exception.
var furniture = set(`ad ads advert advertisement adbox sponsored promo promotion newsletter subscribe subscription signup
	related recommended recirculation readmore trending popular outbrain taboola teaser
	comment comments disqus respond cookie cookies consent gdpr banner modal popup overlay
	share sharing social breadcrumb breadcrumbs sidebar nav navbar navigation menu footer
	caption credit copyright byline author-bio toolbar skip skip-link sr-only visually-hidden pagination pager tags`)

// muchText is the part of a page's text, as a divisor, that makes a part no furniture.
const muchText = 4

// deeper reports whether elements are nested deeper than a limit.
func deeper(n *html.Node, limit int) bool {
	for c := range n.ChildNodes() {
		if limit == 0 || deeper(c, limit-1) {
			return true
		}
	}
	return false
}

// clean removes from a page what is hidden and what is no part of an article.
func clean(page *html.Node) {
	letters := make(map[*html.Node]int)
	countLetters(page, letters)
	remove(page, letters, letters[page]/muchText)
}

// countLetters counts the bytes of text in every element.
func countLetters(n *html.Node, letters map[*html.Node]int) int {
	total := 0
	if n.Type == html.TextNode {
		total = len(strings.TrimSpace(n.Data))
	}
	for c := range n.ChildNodes() {
		total += countLetters(c, letters)
	}
	if n.Type != html.TextNode {
		letters[n] = total
	}
	return total
}

func remove(n *html.Node, letters map[*html.Node]int, much int) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode &&
			(never[c.Data] && !isData(c) || isHidden(c) || isFurniture(c) && letters[c] <= much) {
			n.RemoveChild(c)
		} else {
			remove(c, letters, much)
		}
		c = next
	}
}

// isData reports whether a script holds what a page tells machines about its article.
func isData(n *html.Node) bool {
	return n.Data == "script" && attribute(n, "type") == "application/ld+json"
}

// isHidden reports whether a reader does not see the element. But: rules of style
// sheets are not read.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

// isFurniture reports whether the element calls itself something around an article.
func isFurniture(n *html.Node) bool {
	if around[n.Data] {
		return true
	}
	if n.Data == "body" || n.Data == "html" || n.Data == "article" || n.Data == "main" {
		return false
	}
	switch attribute(n, "role") {
	case "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog":
		return true
	}
	for _, name := range []string{"class", "id"} {
		for _, word := range strings.Fields(strings.ToLower(attribute(n, name))) {
			if furniture[word] || furniture[firstPart(word)] {
				return true
			}
		}
	}
	return false
}

// firstPart returns the word before the first sign in a class: "share" of "share-bar".
func firstPart(class string) string {
	if i := strings.IndexFunc(class, func(r rune) bool { return !unicode.IsLetter(r) }); i > 0 {
		return class[:i]
	}
	return class
}
