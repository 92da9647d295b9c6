package datasets

import (
	"fmt"
	"strings"
	"time"
)

// A dateUnit is a period that a date is cut to: the first letters of 2006-01-02.
type dateUnit struct {
	name    string
	letters int
}

var dateUnits = []dateUnit{{"year", 4}, {"month", 7}, {"day", 10}}

// dateLayouts are the forms in which a date, or the beginning of a time, is read: those of ISO
// 8601, short ones too.
var dateLayouts = []string{"2006-01-02", "2006-01", "2006", "20060102"}

// cutDate returns the first letters of a date written as 2006-01-02: 4 are its year, 7
// its month, 10 its day. The date may be the beginning of a time ("2024-06-19T23:30:00Z",
// "2024-06-19 23:30"); the day is the one printed, whatever the time zone. "" if the
// cell is no date, or does not say so much.
func cutDate(cell string, letters int) string {
	const day = len(time.DateOnly)
	if len(cell) > day && (cell[day] == 'T' || cell[day] == 't' || cell[day] == ' ') {
		cell = cell[:day]
	}
	for _, layout := range dateLayouts {
		if len(cell) != len(layout) {
			continue
		}
		t, err := time.Parse(layout, cell)
		if err != nil {
			continue
		}
		if known := len(layout); known == 8 || known >= letters {
			return t.Format(time.DateOnly)[:letters]
		}
	}
	return ""
}

// resolvePeriod finds the column of periods: that of the name asked for, else date.
func (f *labelledReader) resolvePeriod() error {
	by := f.all.By
	if by == "" {
		return nil
	}
	c := &Corpus{Name: f.file, Header: f.header, columns: f.columns, top: f.top}
	if f.at.period = c.find(by); f.at.period >= 0 {
		return nil
	}
	for _, u := range dateUnits {
		if u.name == strings.ToLower(by) {
			f.at.unit = u
			if f.at.period = c.find("date"); f.at.period < 0 {
				return &RowError{File: f.file, Line: f.top, Fatal: true, Remedy: "give each row its date there, as 2024-06-19, or name another column",
					What: fmt.Sprintf("no column \"date\" for --by %s; columns found: %s", u.name, shorten(f.header))}
			}
			return nil
		}
	}
	return c.NoColumn(by, "--by")
}

// period fills in the period of a row.
func (f *labelledReader) period(row Row, out *LabelledRow) {
	if f.at.period < 0 {
		return
	}
	cell := strings.TrimSpace(row.cell(f.at.period))
	if f.at.unit.letters == 0 {
		if out.Period = cell; cell == "" {
			out.Period = EmptyPeriod
		}
		return
	}
	if out.Period = cutDate(cell, f.at.unit.letters); out.Period != "" {
		return
	}
	out.Undated = true
	if cell == "" {
		return
	}
	if f.badDates++; f.badDates == 1 {
		f.badDate = &RowError{File: f.file, Line: row.Line, What: fmt.Sprintf("date %q does not name its %s", cell, f.at.unit.name),
			Remedy: "write it as 2024-06-19"}
	}
}
