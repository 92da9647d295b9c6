package datasets

import (
	"strings"
	"time"
)

// DateNames are the names under which the date of an article is read, the first that a
// file has.
var DateNames = []string{"date", "published", "published_at", "publish_date", "publication_date", "pubdate"}

// ParseDay reads the day of a date as news print it: "2024-10-01" with or without a time
// behind, "20241001", "Tue, 01 Oct 2024 10:00:00 GMT", "October 1, 2024", "1st Oct. 2024",
// "01.10.2024", "13/10/2024". What may be another day is none: "1/2/2024", "2024".
func ParseDay(date string) (day time.Time, ok bool) {
	var room [dateParts]datePart
	p := splitDate(date, room[:0])
	numeric := len(p) >= 3 && p[1].isDay()
	switch {
	case len(p) > 0 && p[0].digits == 8:
		return dayOf(p[0].number/10000, p[0].number/100%100, p[0].number%100)
	case numeric && p[0].digits == 4 && p[2].isDay():
		return dayOf(p[0].number, p[1].number, p[2].number)
	case numeric && p[0].isDay() && p[2].digits == 4:
		d, m := p[0].number, p[1].number
		switch {
		case p[1].before == '.', d > 12, d == m:
		case m > 12:
			d, m = m, d
		default:
			return time.Time{}, false
		}
		return dayOf(p[2].number, m, d)
	}
	return writtenDay(p)
}

// dateParts is how many parts of a date are looked at.
const dateParts = 8

// A datePart is a run of digits or of letters.
type datePart struct {
	number, digits int    // of digits; letters have no digits
	word           string // of letters
	before         byte   // what stands before it
}

// isDay reports whether the part may be a day or a month in digits.
func (p datePart) isDay() bool { return p.digits == 1 || p.digits == 2 }

// splitDate appends the runs of a date to parts, as many as there is room for.
func splitDate(date string, parts []datePart) []datePart {
	for i := 0; i < len(date) && len(parts) < cap(parts); {
		kind := runOf(date[i])
		end := i + 1
		for end < len(date) && runOf(date[end]) == kind {
			end++
		}
		p := datePart{word: date[i:end]}
		if i > 0 {
			p.before = date[i-1]
		}
		switch {
		case kind == digitRun && end-i <= 8:
			p.digits = end - i
			for _, c := range []byte(p.word) {
				p.number = 10*p.number + int(c-'0')
			}
			parts = append(parts, p)
		case kind != noRun:
			parts = append(parts, p)
		}
		i = end
	}
	return parts
}

const (
	noRun = iota
	digitRun
	letterRun
)

func runOf(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return digitRun
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return letterRun
	}
	return noRun
}

// writtenDay reads a date whose month is a word, the day before or behind it and the
// year behind both.
func writtenDay(p []datePart) (time.Time, bool) {
	for i := range p {
		month := monthOf(p[i].word)
		if month == 0 {
			continue
		}
		before := i - 1
		if before > 0 && isOrdinal(p[before].word) {
			before--
		}
		if before >= 0 && p[before].isDay() && i+1 < len(p) && p[i+1].digits == 4 {
			return dayOf(p[i+1].number, month, p[before].number)
		}
		year := i + 2
		if year < len(p) && isOrdinal(p[year].word) {
			year++
		}
		if year < len(p) && p[i+1].isDay() && p[year].digits == 4 {
			return dayOf(p[year].number, month, p[i+1].number)
		}
	}
	return time.Time{}, false
}

// monthOf returns the month that a word or its first letters name, three or more: "Oct",
// "Sept"; 0 for none.
func monthOf(word string) int {
	for m := time.January; m <= time.December && len(word) >= 3; m++ {
		if name := m.String(); len(word) <= len(name) && strings.EqualFold(name[:len(word)], word) {
			return int(m)
		}
	}
	return 0
}

func isOrdinal(word string) bool {
	switch word {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// dayOf returns a day of the calendar: 30 February is none.
func dayOf(year, month, day int) (time.Time, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day || year < 1000 {
		return time.Time{}, false
	}
	return t, true
}
