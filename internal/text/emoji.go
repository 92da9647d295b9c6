package text

import "strings"

const (
	joiner     = 0x200D // zero-width joiner
	emojiStyle = 0xFE0F // variation selector 16: the rune before is an emoji
)

// isEmoji reports whether r is a pictograph by itself. The ranges are
// the blocks that hold nearly all Extended_Pictographic runes (Unicode UTS #51).
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF ||
		r >= 0x2B00 && r <= 0x2BFF || r >= 0x2300 && r <= 0x23FF
}

// isEmojiAt reports whether the variation selector at i makes the rune before
// it an emoji.
func isEmojiAt(s string, i int) bool {
	r, _ := runeAt(s, i)
	return r == emojiStyle
}

func isFlagLetter(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// emojiEnd returns the end of the emoji at i: two flag letters, or a pictograph
// with its modifiers and the pictographs joined to it (Unicode UTS #51, ED-17).
func emojiEnd(s string, i int) int {
	r, w := runeAt(s, i)
	i += w
	if isFlagLetter(r) {
		if next, n := runeAt(s, i); isFlagLetter(next) {
			i += n
		}
		return i
	}
	for i < len(s) {
		r, w = runeAt(s, i)
		switch {
		case isModifier(r):
		case r == joiner:
			next, n := runeAt(s, i+w)
			if !isEmoji(next) {
				return i
			}
			w += n
		default:
			return i
		}
		i += w
	}
	return i
}

// isModifier reports whether r changes the emoji before it: style, skin tone,
// keycap, tag.
func isModifier(r rune) bool {
	return r == emojiStyle || r >= 0x1F3FB && r <= 0x1F3FF || r == 0x20E3 || r >= 0xE0020 && r <= 0xE007F
}

// emoticonEnd returns the end of the ASCII emoticon at i, or 0 if there is
// none: ":)", ";-(", "=D", ":'(", ">:(", "<3", "^_^".
func emoticonEnd(s string, i int) int {
	rest := s[i:]
	for _, fixed := range [...]string{"<3", "</3", "^_^", "^^", "-_-"} {
		if strings.HasPrefix(rest, fixed) && standsAlone(s, i, i+len(fixed)) {
			return i + len(fixed)
		}
	}
	j := i
	if s[j] == '>' {
		j++
	}
	if j == len(s) || !strings.ContainsRune(":;=", rune(s[j])) {
		return 0
	}
	j = skipOne(s, skipOne(s, j+1, "'"), "-^~")
	if j == len(s) {
		return 0
	}
	return mouthEnd(s, i, j)
}

// mouthEnd returns the end of the emoticon s[i:] whose mouth is at j, or 0.
// Round mouths may follow a word directly and be repeated.
func mouthEnd(s string, i, j int) int {
	c := s[j]
	switch {
	case c == '(' || c == ')':
		for j < len(s) && s[j] == c {
			j++
		}
		if r, _ := runeAt(s, j); !isWordRune(r) {
			return j
		}
	case strings.IndexByte("DPpOo/\\|*3$@[]", c) >= 0 && standsAlone(s, i, j+1):
		return j + 1
	}
	return 0
}

func skipOne(s string, i int, set string) int {
	if i < len(s) && strings.IndexByte(set, s[i]) >= 0 {
		i++
	}
	return i
}

// standsAlone reports whether s[i:j] has white space or an end of the text on
// both sides, or a closing mark on the right.
func standsAlone(s string, i, j int) bool {
	if i > 0 && classes[s[i-1]] != white {
		return false
	}
	return j == len(s) || classes[s[j]] == white || strings.IndexByte(".,!?)", s[j]) >= 0
}
