package datasets

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// slotLetters are the parties of one case.
const slotLetters = "ABCD"

// slot is a slot in a text, with what its words change around them: an article
// before it, a possessive behind it.
var slot = regexp.MustCompile(`(\b[Aa]n? )?\{([^{}]*)\}('s|’s)?`)

// party returns the index of the party of what stands between braces, and its field.
func slotParty(inside string) (i int, field string, ok bool) {
	letter, field, _ := strings.Cut(inside, ".")
	i = strings.Index(slotLetters, letter)
	_, known := new(Party).word(field)
	return i, field, len(letter) == 1 && i >= 0 && known
}

// checkSlots reports a slot that nothing fills, a stray brace, and a source or target
// that the text does not name.
func (p *Probe) checkSlots() error {
	inText := make(map[int]bool)
	for _, s := range []string{p.Text, p.Source, p.Target} {
		for _, m := range slot.FindAllStringSubmatch(s, -1) {
			i, _, ok := slotParty(m[2])
			if !ok {
				return errSlot("{" + m[2] + "}")
			}
			if s == p.Text {
				inText[i] = true
			} else if !inText[i] {
				return fmt.Errorf("%s is a source or target, but the text does not name it", m[0])
			}
		}
		if strings.ContainsAny(slot.ReplaceAllString(s, ""), "{}") {
			return fmt.Errorf("a brace in %q belongs to no slot", s)
		}
	}
	return nil
}

// slots reports whether the probe has any.
func (p *Probe) slots() bool { return slot.MatchString(p.Text) || slot.MatchString(p.Target) }

// A Case is a template with parties in its slots.
type Case struct {
	Template      *Template
	First, Second Probe
}

// Cases returns the template's cases, one for each party as {A}; the others are
// drawn. Same seed, same cases, whatever else the suite holds. A template without
// slots is its only case. There must be at least four parties.
func (t *Template) Cases(parties []Party, seed uint64) []Case {
	if !t.First.slots() && !t.Second.slots() {
		return []Case{{t, t.First, t.Second}}
	}
	h := fnv.New64a()
	h.Write([]byte(t.First.Text + "\n" + t.Second.Text))
	rng := rand.New(rand.NewPCG(seed, h.Sum64()))
	cases := make([]Case, len(parties))
	for i := range parties {
		chosen := []Party{parties[i]}
		for _, j := range rng.Perm(len(parties)) {
			if j != i && len(chosen) < len(slotLetters) {
				chosen = append(chosen, parties[j])
			}
		}
		cases[i] = Case{t, t.First.filled(chosen), t.Second.filled(chosen)}
	}
	return cases
}

// filled returns the probe with the parties in its slots.
func (p Probe) filled(parties []Party) Probe {
	p.Text, p.Source, p.Target = fillText(p.Text, parties), fillName(p.Source, parties), fillName(p.Target, parties)
	return p
}

// fillName fills a source or target, where {A} is the name alone.
func fillName(s string, parties []Party) string {
	return slot.ReplaceAllStringFunc(s, func(found string) string {
		i, field, _ := slotParty(slot.FindStringSubmatch(found)[2])
		if field == "" {
			field = "name"
		}
		word, _ := parties[i].word(field)
		return word
	})
}

// fillText fills a text: articles and possessives agree, sentences begin with a
// capital.
func fillText(s string, parties []Party) string {
	var b strings.Builder
	from := 0
	for _, m := range slot.FindAllStringSubmatchIndex(s, -1) {
		b.WriteString(s[from:m[0]])
		i, field, _ := slotParty(s[m[4]:m[5]])
		word, _ := parties[i].word(field)
		if m[6] >= 0 {
			word = strings.Replace(possessive(word), "'", s[m[6]:m[7]][:m[7]-m[6]-1], 1)
		}
		if m[2] >= 0 {
			word = s[m[2]:m[2]+1] + strings.TrimPrefix(indefinite(word), "a") + " " + word
		}
		if opensSentence(b.String()) {
			word = capitalized(word)
		}
		b.WriteString(word)
		from = m[1]
	}
	b.WriteString(s[from:])
	return b.String()
}

// capitalized returns the word with a capital in front.
func capitalized(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// opensSentence reports whether what follows the text before it begins a sentence, or
// a quotation that is one.
func opensSentence(before string) bool {
	rest := strings.TrimRight(before, " ")
	outside := strings.TrimRight(rest, "“‘\"")
	quoted := outside != rest
	outside = strings.TrimRight(outside, " ")
	switch {
	case outside == "":
		return true
	case quoted:
		return strings.ContainsAny(outside[len(outside)-1:], ".!?:,")
	}
	return strings.ContainsAny(outside[len(outside)-1:], ".!?")
}
