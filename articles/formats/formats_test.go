package formats

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

func TestFormatIsToldByContent(t *testing.T) {
	check := func(start string, want Format) {
		t.Helper()
		if got := Of([]byte(start)); got != want {
			t.Errorf("Of(%q) = %d, want %d", start, got, want)
		}
	}
	check("", Plain)
	check("Kenya praised Poland.", Plain)
	check("<Kenya praised Poland.>", Plain)
	check("<b>Kenya</b> praised Poland.", Plain)
	check("<!DOCTYPE html><p>x", Page)
	check("<!doctype HTML PUBLIC>", Page)
	check("\uFEFF\n <?xml version='1.0'?>\n<!-- a > b --><html xmlns='x'>", Page)
	check("<div class=a>Kenya", Page)
	check("<!DOCTYPE svg><svg>", Plain)
	check(`<!DOCTYPE rss PUBLIC "-//x//DTD RSS 0.91//EN" "x.dtd"><rss version="0.91">`, Feed)
	check(`<!DOCTYPE rss [<!ENTITY a "b>c">]><rss>`, Feed)
	check("<!-- never closed <html>", Plain)
	check(`<?xml version="1.0"?><rss version="2.0">`, Feed)
	check(`<feed xmlns="http://www.w3.org/2005/Atom">`, Feed)
	check("<rdf:RDF xmlns:rdf='x'>", Feed)
	check(wide("<html><body>", true), Page)
}

// wide returns a text in UTF-16, little-endian, with a byte order mark or without.
func wide(s string, mark bool) string {
	var b strings.Builder
	if mark {
		b.WriteString("\xFF\xFE")
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// readOne reads a file of one article.
func readOne(t *testing.T, file string) Article {
	t.Helper()
	all, _, err := Read(Of([]byte(file)), []byte(file))
	if err != nil || len(all) != 1 {
		t.Fatalf("Read(%.80q): %d articles, %v", file, len(all), err)
	}
	return all[0]
}

func TestPageIsTheArticleOnly(t *testing.T) {
	check := func(page, want string) {
		t.Helper()
		if got := readOne(t, page).Text; got != want {
			t.Errorf("text of %.60q:\n got %q\nwant %q", page, got, want)
		}
	}
	check("<html><body><p>Kenya  praised\n<b>Po</b>land.</p><p>Iran &amp; Oman met.", "Kenya praised Poland.\n\nIran & Oman met.")
	check("<html><head><title>Kenya thanks</title><body><p>Kenya<br>praised<br><br>Poland.", "Kenya thanks\n\nKenya\npraised\n\nPoland.")
	check("<html><title>Kenya thanks</title><body><h1>Kenya thanks</h1>Poland agreed.", "Kenya thanks\n\nPoland agreed.")
	check(`<html><body><p>Kenya praised Poland for its patient work in the talks.</p><p hidden>Iran</p><p aria-hidden="true">Iran</p>`+
		`<div style="DISPLAY: none">Iran</div><nav>Iran</nav><script>Iran</script><div class="share-bar">Iran</div><p id=byline>Iran`,
		"Kenya praised Poland for its patient work in the talks.")
	check(`<html><body><form class="share"><p>A page that stands in a form is read.</p></form>`, "A page that stands in a form is read.")
	check(wide("<html><body><p>Ça, Kenya praised Poland.", true), "Ça, Kenya praised Poland.")
	check("<html><meta charset=windows-1251><body><p>Kenya praised \xc0.", "Kenya praised А.")
	check("<html><body><p>Kenya \x93praised\x94 Poland.", "Kenya “praised” Poland.")
}

func TestPageTellsAboutItself(t *testing.T) {
	check := func(head string, want Article) {
		t.Helper()
		got := readOne(t, "<html><head>"+head+"</head><body><p>Kenya praised Poland.")
		want.Text = strings.TrimPrefix(want.Title+"\n\nKenya praised Poland.", "\n\n")
		if got != want {
			t.Errorf("%s:\n got %+v\nwant %+v", head, got, want)
		}
	}
	check("", Article{})
	check(`<meta property="og:title" content="A &amp; B"><meta property="og:site_name" content=" Harbor  Post "><meta name="date" content="2026-03-14T23:59:00-08:00">`,
		Article{Title: "A & B", Outlet: "Harbor Post", Date: "2026-03-14"})
	check(`<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">`, Article{URL: "https://example.org/a"})
	check(`<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/b">`, Article{})
	check(`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Kenya thanks","datePublished":"2026-03-14T10:00:00Z"}</script>`,
		Article{Title: "Kenya thanks", Date: "2026-03-14"})
	check(`<meta name="date" content="yesterday">`, Article{})
}

func TestFeedIsItsItems(t *testing.T) {
	const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide Courier</title>
<entry><title type="html">A &amp;amp; B</title><link href="https://example.org/1"/><updated>2026-03-14T10:00:00Z</updated><summary>Short.</summary>
<content type="html">&lt;p&gt;Kenya praised Poland.&lt;/p&gt;&lt;p&gt;Iran met Oman.&lt;/p&gt;</content></entry>
<entry><title>Two</title></entry></feed>`
	all, _, err := Read(Of([]byte(atom)), []byte(atom))
	want := []Article{
		{Title: "A & B", Text: "A & B\n\nKenya praised Poland.\n\nIran met Oman.", Date: "2026-03-14", Outlet: "Tide Courier", URL: "https://example.org/1"},
		{Title: "Two", Text: "Two", Outlet: "Tide Courier"},
	}
	if err != nil || len(all) != 2 || all[0] != want[0] || all[1] != want[1] {
		t.Errorf("got %+v, %v\nwant %+v", all, err, want)
	}
}

func TestWhatIsNoArticleIsRefusedWithItsReason(t *testing.T) {
	check := func(file, want string) {
		t.Helper()
		_, _, err := Read(Of([]byte(file)), []byte(file))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Read(%.40q): %v, want %q", file, err, want)
		}
	}
	check("", "the file is empty")
	check("\uFEFF \n", "the file is empty")
	check("%PDF-1.7", "a PDF")
	check("PK\x03\x04", "an office document")
	check("a\x00b\x01c", "a binary file")
	check("\x1f\x8b\x08", "packed by gzip twice")
	check("<html><body><script>x</script>", "a web page without text")
	check("<html>"+strings.Repeat("<div>", 600), "the web page cannot be read")
	check("<rss><channel>"+strings.Repeat("<a>", 300), "nested deeper than 256")
	check("<rss><channel></channel></rss>", "a feed without items")
	check("<rss><channel><item>", "looks like a feed, but cannot be read")
}

// packed returns a text packed by gzip.
func packed(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.Bytes()
}

func TestUnpackEndsAFileThatGrowsTooFar(t *testing.T) {
	check := func(what string, file []byte, wantLen int, wantErr string) {
		t.Helper()
		r, err := Unpack(bytes.NewReader(file))
		var got []byte
		if err == nil {
			got, err = io.ReadAll(r)
		}
		said := ""
		if err != nil {
			said = err.Error()
		}
		if len(got) != wantLen && wantErr == "" || !strings.HasPrefix(said, wantErr) || wantErr == "" && err != nil {
			t.Errorf("%s: %d bytes, %q; want %d, %q", what, len(got), said, wantLen, wantErr)
		}
		if len(got) > 4<<20 {
			t.Errorf("%s: %d MB were unpacked", what, len(got)>>20)
		}
	}
	check("an article", packed("Kenya praised Poland."), 21, "")
	check("a small file of blanks", packed(strings.Repeat(" ", 1<<20)), 1<<20, "")
	check("a bomb", packed(strings.Repeat("a", 64<<20)), 0, "grows to over 200 times its size")
	check("cut off", packed(strings.Repeat("Kenya", 1000))[:20], 0, "a damaged gzip file")
	check("no gzip", []byte("\x1f\x8b\x08 no"), 0, "a damaged gzip file")
}

// TestHostileFilesEnd reads a megabyte of each; a quadratic step would take minutes.
func TestHostileFilesEnd(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, (1<<20)/len(s)) }
	nested := strings.Repeat("<div>a, b", 90) + strings.Repeat("</div>", 90)
	for name, file := range map[string]string{
		"letters": fill("a"), "quotes": fill(`"`), "brackets": "<html>" + fill("<"), "comments": "<html>" + fill("<!--"),
		"deep": "<html>" + fill("<div>"), "deep lists": "<html>" + fill("<ul><li>"), "formatting": "<html>" + fill("<b><i><p>"),
		"paragraphs": "<html>" + fill("<p>a"), "nested again and again": "<html>" + fill(nested), "tables": "<html>" + fill("<table><tr><td>"),
		"attributes": "<html><p " + fill("a ") + ">x", "classes": `<html><p class="` + fill("a ") + `">x`, "title": "<html><title>" + fill("a | ") + "</title><p>x",
		"json": "<html><script type=application/ld+json>" + fill("[") + "</script><p>x", "blanks": "<html><p>" + fill(" ") + "x", "entities": "<html><p>" + fill("&amp"),
		"deep feed": "<rss><channel>" + fill("<a>"), "items": "<rss><channel>" + fill("<item><title>x</title></item>") + "</channel></rss>",
		"page in an item": "<rss><channel><item><description><![CDATA[" + fill("<div>") + "]]></description></item></channel></rss>",
	} {
		start := time.Now()
		Read(Of([]byte(file)), []byte(file))
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Kenya praised Poland.", "\uFEFFKenya", "Kenya \x93praised\x94", wide("Kenya praised Poland.", false), "\xFF\xFE\x00\x00K\x00\x00\x00",
		`<html><head><title>a - b</title><meta property="article:published_time" content="2026-03-14"><body><div class="x share"><p>Kenya<br>praised`,
		"<rss><channel><title>T</title><item><title>x</title><pubDate>Sat, 14 Mar 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;y</description></item></channel></rss>",
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><updated>2026-03-14T10:00:00Z</updated></entry></feed>`,
		"%PDF-", "a\x00b", string(packed("x")),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		all, _, err := Read(Of(data), data)
		if (err == nil) != (len(all) > 0) {
			t.Fatalf("%d articles, error %v", len(all), err)
		}
		for _, a := range all {
			for _, s := range []string{a.Text, a.Title, a.Date, a.Outlet, a.URL} {
				if !utf8.ValidString(s) {
					t.Fatalf("%q is not UTF-8", s)
				}
			}
			if !strings.HasPrefix(a.Text, a.Title) {
				t.Fatalf("the text %q does not begin with its headline %q", a.Text, a.Title)
			}
		}
		if r, err := Unpack(bytes.NewReader(data)); err == nil {
			io.Copy(io.Discard, io.LimitReader(r, 8<<20))
		}
	})
}
