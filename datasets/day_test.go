package datasets

import (
	"testing"
	"time"
)

func TestParseDayReadsTheDatesOfNews(t *testing.T) {
	const first = "2024-10-01"
	for date, want := range map[string]string{
		first: first, "2024-10-01T23:59:00-08:00": first, " 2024/10/1 ": first, "2024-10-01 10:00": first, "20241001": first,
		"Tue, 01 Oct 2024 10:00:00 GMT": first, "October 1, 2024": first, "Tuesday, October 1st, 2024": first, "1 Oct. 2024": first,
		"1st October 2024": first, "OCT 01 2024": first, "01.10.2024": first, "1.10.2024 um 10 Uhr": first,
		"13/10/2024": "2024-10-13", "10/13/2024": "2024-10-13", "5/5/2024": "2024-05-05", "Sept. 3, 2015": "2015-09-03", "29 February 2024": "2024-02-29",
	} {
		if day, ok := ParseDay(date); !ok || day.Format(time.DateOnly) != want {
			t.Errorf("ParseDay(%q) = %v, %v, want %s", date, day, ok, want)
		}
	}
	for _, date := range []string{"", "yesterday", "2024", "2024-10", "October 2024", "1/2/2024", "2024-13-01", "30 February 2024", "2023-02-29",
		"01.10.24", "10:30", "1 Ju 2024", "Marching 1, 2024", "202410011", "0001-01-01", "\xff\x00", "1-1-1-1-1-1-1-1-1-1"} {
		if day, ok := ParseDay(date); ok || !day.IsZero() {
			t.Errorf("ParseDay(%q) = %v, want none", date, day)
		}
	}
}

func TestStatementHasTheDayOfItsRow(t *testing.T) {
	check := func(file, want string) {
		t.Helper()
		r := mustOpen(t, file)
		row, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		s, err := r.Statement(row)
		if got := s.Published; err != nil || want == "" != got.IsZero() || want != "" && got.Format(time.DateOnly) != want {
			t.Errorf("%q: published %v, %v, want %q", file, got, err, want)
		}
	}
	check("text,target,Date\nKenya praised Poland.,Poland,1 June 2015\n", "2015-06-01")
	check("text,target,Published At,date\nKenya praised Poland.,Poland,2014-01-01,2015-06-01\n", "2015-06-01")
	check("text,target,pub_date,published\nKenya praised Poland.,Poland,2014-01-01,2015-06-01\n", "2015-06-01")
	check("text,target,date\nKenya praised Poland.,Poland,soon\n", "")
	check("text,target\nKenya praised Poland.,Poland\n", "")
	check(`{"text":"Kenya praised Poland.","target":"Poland","date":{"year":2015}}`+"\n", "")
}
