package reports

import (
	"encoding/csv"
	"io"
	"strings"
)

// WriteCSV writes header and rows as RFC 4180 with LF; title and notes are left
// out, so that the file is a table and nothing else.
func (t Table) WriteCSV(w io.Writer) error {
	if len(t.Header) == 0 {
		return nil
	}
	out := csv.NewWriter(w)
	if err := out.Write(t.Header); err != nil {
		return err
	}
	return out.WriteAll(t.Rows)
}

// WriteMarkdown writes the table as GitHub Flavored Markdown, section 4.10: the
// title in bold, the rows, the notes as a list.
func (t Table) WriteMarkdown(w io.Writer) error {
	t = t.clean()
	var b strings.Builder
	if t.Title != "" {
		b.WriteString("**" + markdown(t.Title) + "**\n\n")
	}
	if len(t.Header) > 0 {
		t.markdownRow(&b, t.Header)
		b.WriteString("|")
		for c := range t.Header {
			b.WriteString([]string{Left: " :-- |", Right: " --: |"}[t.align(c)])
		}
		b.WriteString("\n")
		for _, row := range t.Rows {
			t.markdownRow(&b, row)
		}
		b.WriteString("\n")
	}
	for _, note := range t.Notes {
		b.WriteString("- " + markdown(note) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t Table) markdownRow(b *strings.Builder, cells []string) {
	b.WriteString("|")
	for _, cell := range cells {
		b.WriteString(" " + markdown(cell) + " |")
	}
	b.WriteString("\n")
}

// markdown escapes what would end a cell or be read as markup.
func markdown(s string) string { return markdownEscapes.Replace(s) }

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, `|`, `\|`, "`", "\\`", `*`, `\*`, `_`, `\_`, `<`, `&lt;`, `&`, `&amp;`, `](`, `]\(`,
)
