package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/mattn/go-isatty"
)

// A meter counts what is done, and shows it on a terminal in a line of its own.
type meter struct {
	screen   io.Writer // nil: nothing is shown
	total    int64     // bytes of the inputs; 0 = unknown
	bytes    int64     // done
	articles int       // read
	cut      int       // of them in this run, which may continue another
	rows     int       // of statements labelled in this run
	started  time.Time
	before   int64 // bytes that an earlier run did
	next     time.Time
	shown    bool
}

// newMeter returns a meter of a run. Where the rows appear on the terminal, the line
// would stand between them.
func (r *labelRun) newMeter(inputs []*input) *meter {
	m := &meter{started: time.Now()}
	rowsShown := r.flags.out == "" && r.program.onTerminal()
	if f, ok := r.program.errs.(*os.File); ok && !rowsShown && isatty.IsTerminal(f.Fd()) && os.Getenv("TERM") != "dumb" {
		m.screen = f
	}
	for _, in := range inputs {
		if !in.regular {
			m.total = 0
			break
		}
		m.total += in.size
	}
	m.next = m.started.Add(patient)
	return m
}

const (
	patient = 500 * time.Millisecond // before anything is shown
	refresh = 200 * time.Millisecond
)

// add counts a chunk that is written.
func (m *meter) add(c *chunk) {
	m.bytes += c.bytes
	m.articles += c.read
	if c.replayed {
		m.before, m.started = m.bytes, time.Now()
	} else {
		m.cut += c.read
		m.rows += c.statements
	}
	if m.screen == nil {
		return
	}
	if now := time.Now(); now.After(m.next) {
		m.next = now.Add(refresh)
		m.show(now.Sub(m.started))
	}
}

// show draws the line: label  4,120 articles  41 %  1,830/s  3 s left.
func (m *meter) show(took time.Duration) {
	line := fmt.Sprintf("label  %s  %s/s", m.done(), grouped(m.rate(took)))
	if m.total > 0 && m.bytes > m.before {
		left := took.Seconds() * float64(m.total-m.bytes) / float64(m.bytes-m.before)
		line = fmt.Sprintf("label  %s  %d %%  %s/s  %.0f s left", m.done(), 100*m.bytes/m.total, grouped(m.rate(took)), left)
	}
	fmt.Fprint(m.screen, "\r\x1b[K", line)
	m.shown = true
}

// clear takes the line away, before something else is said.
func (m *meter) clear() {
	if m != nil && m.shown {
		fmt.Fprint(m.screen, "\r\x1b[K")
		m.shown = false
	}
}

func (m *meter) done() string {
	if m.articles > 0 {
		return grouped(m.articles) + " articles"
	}
	return grouped(m.rows) + " rows"
}

// rate returns how much was done in a second.
func (m *meter) rate(took time.Duration) int {
	n := m.cut
	if m.articles == 0 {
		n = m.rows
	}
	return int(float64(n) / max(took.Seconds(), 1e-6))
}

// sum says how much was done in all, if that was more than one article.
func (m *meter) sum(p *program) {
	if m.articles < 2 {
		return
	}
	took := time.Since(m.started)
	earlier := ""
	if m.cut < m.articles {
		earlier = fmt.Sprintf(", %s of them by an earlier run", grouped(m.articles-m.cut))
	}
	p.say("%s articles%s; %s statements in %.1f s; %s articles per second",
		grouped(m.articles), earlier, grouped(m.rows), took.Seconds(), grouped(m.rate(took)))
}

// grouped prints a number with commas: 41,200.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
