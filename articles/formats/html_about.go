package formats

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// dateLayout is how the date of an article is written.
const dateLayout = "2006-01-02"

// Put puts the text of an article together: its headline, an empty line, and the
// rest, unless that begins with the headline itself.
func (a *Article) Put(title, body string) {
	a.Title, a.Text = title, body
	if rest, ok := strings.CutPrefix(body, title); title == "" || ok && (rest == "" || rest[0] == '\n') {
		return
	}
	a.Text = strings.TrimRight(title+"\n\n"+body, "\n")
}

// about returns what a page tells about its article outside the text: date, outlet
// and address.
func about(page *html.Node, source string) Article {
	var a Article
	told := make(map[string]string) // by name of the <meta>, the first of each
	for n := range page.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "meta":
			name := strings.ToLower(attribute(n, "property") + attribute(n, "name") + attribute(n, "itemprop"))
			if _, ok := told[name]; !ok {
				told[name] = strings.TrimSpace(attribute(n, "content"))
			}
		case "link":
			if attribute(n, "rel") == "canonical" && a.URL == "" {
				a.URL = webAddress(attribute(n, "href"))
			}
		case "time":
			if a.Date == "" {
				a.Date = dateOf(attribute(n, "datetime"))
			}
		}
	}
	for _, name := range []string{"article:published_time", "datepublished", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "date"} {
		if d := dateOf(told[name]); d != "" {
			a.Date = d
			break
		}
	}
	if a.URL == "" {
		a.URL = webAddress(told["og:url"])
	}
	if a.URL == "" {
		a.URL = savedFrom(source)
	}
	a.Outlet, a.Title = oneLine(told["og:site_name"]), oneLine(told["og:title"])
	return a
}

// savedFrom returns the address that browsers write into a page when they save it:
// <!-- saved from url=(0023)https://example.org/a -->.
func savedFrom(source string) string {
	_, rest, ok := strings.Cut(source[:min(len(source), 2048)], "saved from url=(")
	if _, rest, found := strings.Cut(rest, ")"); ok && found {
		address, _, _ := strings.Cut(rest, " ")
		return webAddress(address)
	}
	return ""
}

// dateOf returns the date of a time as computers write it, or "".
func dateOf(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > len(dateLayout) {
		s = s[:len(dateLayout)]
	}
	if t, err := time.Parse(dateLayout, s); err == nil {
		return t.Format(dateLayout)
	}
	return ""
}

// webAddress returns an address of the web, or "" for any other.
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return s
	}
	return ""
}

// oneLine returns a text with one blank for any white space.
func oneLine(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}
