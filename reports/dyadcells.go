package reports

import (
	"fmt"
	"strconv"
)

// cells returns a position as a row prints it.
func (p *Position) cells() []string {
	return []string{strconv.Itoa(p.Statements), strconv.Itoa(p.Favor), strconv.Itoa(p.Against), strconv.Itoa(p.None),
		p.net(), p.tone(), strconv.Itoa(p.Articles)}
}

// tone returns "-33", "~ -33", "-33 ?", and "-" where no statement has a sentiment.
func (p *Position) tone() string {
	if p.Tone == nil {
		return "-"
	}
	return judged(netPercent(*p.Tone), p.ToneLeans, " ")
}

// net returns "-33 [-51, -4]", "~ -33 [-51, +10]", "-33 [-51, -4] ?" of too few articles, and
// "-100 -" where they all say the same.
func (p *Position) net() string {
	interval := "-"
	if i := p.Net.Interval; i != nil {
		interval = fmt.Sprintf("[%s, %s]", sidedPercent(i.Low), sidedPercent(i.High))
	}
	return judged(netPercent(p.Net)+" "+interval, p.Leans, " ")
}

// judged marks a number that is on no side, "~ -33", or of too few articles to say, "-33 ?".
func judged(number, leans, gap string) string {
	switch leans {
	case verdictNoise:
		return verdictNoise + gap + number
	case verdictUnknown:
		return number + gap + "?"
	}
	return number
}

// netPercent returns a number from -1 to 1 as "-33", "0", "+100".
func netPercent(e Estimate) string {
	s := fmt.Sprintf("%+.0f", 100*e.Value)
	if s == "+0" || s == "-0" {
		return "0"
	}
	return s
}

// sidedPercent is netPercent for the end of an interval: one that is rounded to nothing
// keeps its sign.
func sidedPercent(v float64) string {
	if v == 0 {
		return "0"
	}
	return fmt.Sprintf("%+.0f", 100*v)
}
