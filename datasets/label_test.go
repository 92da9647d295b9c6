package datasets

import "testing"

func TestSideIsStanceAndWithoutOneSentiment(t *testing.T) {
	for _, c := range []struct {
		stance, sentiment Label
		want              int
	}{{Favor, Negative, 1}, {Against, Positive, -1}, {None, Positive, 0}, {"", Positive, 1}, {"", Negative, -1}, {"", Neutral, 0}, {"", "", 0}} {
		e := Example{Stance: c.stance, Sentiment: c.sentiment}
		if got := e.Side(); got != c.want {
			t.Errorf("%q %q: side %d, want %d", c.stance, c.sentiment, got, c.want)
		}
	}
}
