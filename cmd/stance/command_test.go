package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A result is what one run of the command line gave.
type result struct {
	code        int
	out, errors string
}

// stanceRun runs the command line in this process.
func stanceRun(in io.Reader, args ...string) result {
	var out, errs bytes.Buffer
	code := run(context.Background(), args, in, &out, &errs)
	return result{code, out.String(), errs.String()}
}

// trained returns a model file learnt from testdata/labels.csv.
func trained(t *testing.T, flags ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "m.stance")
	if r := stanceRun(nil, append([]string{"train", "testdata/labels.csv", "--model", path}, flags...)...); r.code != exitDone {
		t.Fatalf("train exits %d: %s", r.code, r.errors)
	}
	return path
}

// manyRows is a CSV of n statements with the ids r0, r1 ...
func manyRows(n int) string {
	var b strings.Builder
	b.WriteString("id,text,source,target\n")
	verbs := []string{"praised the patient work of", "condemned the cruel raid by", "has a border with"}
	for i := range n {
		fmt.Fprintf(&b, "r%d,Kenya %s Poland on day %d.,Kenya,Poland\n", i, verbs[i%len(verbs)], i)
	}
	return b.String()
}

func TestLabelKeepsTheOrderOfRows(t *testing.T) {
	t.Parallel()
	const n = 2100
	r := stanceRun(strings.NewReader(manyRows(n)), "label", "-", "--model", trained(t))
	if r.code != exitDone {
		t.Fatalf("exit code %d: %s", r.code, r.errors)
	}
	rows, err := csv.NewReader(strings.NewReader(r.out)).ReadAll()
	if err != nil || len(rows) != n+1 {
		t.Fatalf("%d rows, %v; want %d", len(rows), err, n+1)
	}
	want := []string{"favor", "against", "none"}
	for i, row := range rows[1:] {
		if row[colID] != fmt.Sprintf("r%d", i) || row[colStance] != want[i%3] {
			t.Fatalf("row %d: id %s, stance %s; want r%d, %s", i, row[colID], row[colStance], i, want[i%3])
		}
	}
}

func TestEveryLineOfJSONLIsAnObject(t *testing.T) {
	t.Parallel()
	texts := []string{`"quoted" \ back`, "tab\tand\nline", "<b>&amp;</b>", "\u2028 \u0001 é 日本", "", "K\xffnya"}
	var in bytes.Buffer
	w := csv.NewWriter(&in)
	w.Write([]string{"id", "text", "target", "sentence_no", "note"})
	for i, text := range texts {
		w.Write([]string{fmt.Sprint(i), text, "Poland", []string{"3", "", "iv", "1e", "-", "0x1"}[i], text})
	}
	w.Flush()
	in.WriteString("last,Café Kenya praised Poland.,Poland,1,é é é\n") // more UTF-8 than broken bytes
	r := stanceRun(&in, "label", "-", "--model", trained(t), "--format", "jsonl")
	if r.code != exitSkipped { // one text is empty
		t.Fatalf("exit code %d: %s", r.code, r.errors)
	}
	lines := strings.Split(strings.TrimSuffix(r.out, "\n"), "\n")
	if len(lines) != len(texts)+1 {
		t.Fatalf("%d lines, want %d", len(lines), len(texts)+1)
	}
	numbers := []any{3.0, nil, "iv", "1e", "-", "0x1"}
	for i, text := range texts {
		var row map[string]any
		if err := json.Unmarshal([]byte(lines[i]), &row); err != nil {
			t.Errorf("line %d: %v", i+1, err)
		}
		if want := strings.ToValidUTF8(text, "\uFFFD"); row["text"] != want || row["note"] != want || row["sentence_no"] != numbers[i] {
			t.Errorf("line %d: text %q, note %q, sentence_no %v; want %q and %v", i+1, row["text"], row["note"], row["sentence_no"], want, numbers[i])
		}
	}
}

// letters reads as n times the letter a.
type letters struct{ n int }

func (l *letters) Read(p []byte) (int, error) {
	if l.n == 0 {
		return 0, io.EOF
	}
	p = p[:min(len(p), l.n)]
	for i := range p {
		p[i] = 'a'
	}
	l.n -= len(p)
	return len(p), nil
}

func TestLineOf100MBIsRefusedInLittleMemory(t *testing.T) {
	const long = 100 << 20
	model := trained(t)
	out := filepath.Join(t.TempDir(), "m.stance")
	for name, c := range map[string]struct {
		start string
		args  []string
		want  string
	}{
		"gold": {"text,target,stance\n", []string{"train", "-", "--model", out},
			"stance: standard input:2: the row that begins here is over 4 MB; break the lines, or shorten the cell\n"},
		"open quote": {"text,target,stance\n\"", []string{"eval", "-", "--model", model},
			"stance: standard input:2: the row that begins here is over 4 MB; look for a quote that is never closed\n"},
		"statements": {"text,target\n", []string{"label", "-", "--model", model},
			"stance: standard input:2: the row that begins here is over 4 MB; break the lines, or shorten the cell\n"},
		"JSONL": {`{"text":"x","target":"y"}` + "\n{\"text\":\"", []string{"label", "-", "--model", model},
			"stance: standard input:2: the line is over 4 MB; break the lines, or shorten the cell\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			r := stanceRun(io.MultiReader(strings.NewReader(c.start), &letters{long}), c.args...)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if r.code != exitRefused || r.errors != c.want {
				t.Errorf("exit code %d, message %q; want %d, %q", r.code, r.errors, exitRefused, c.want)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 64 || took > 5*time.Second {
				t.Errorf("%d MB allocated in %v; want at most 64 MB in 5 s", mb, took)
			}
		})
	}
}

func TestArticleOfOneLineOf100MBEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped by -short: it takes seconds")
	}
	start := time.Now()
	r := stanceRun(&letters{100 << 20}, "label", "-", "--model", trained(t))
	want := "standard input: bytes 0 to 104857600: 102400 KB without the end of a sentence are left out; skipped\n"
	if r.code != exitSkipped || !strings.HasPrefix(r.errors, want) {
		t.Errorf("exit code %d, message %q", r.code, r.errors)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v, want at most 20 s", took)
	}
}
