package text

// A Kind says what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, with the digits, marks and apostrophes inside: "don", "G20", "U.S.", "AT&T", "'s"
	Number             // begins with a digit: "3,000.5", "20%", "10:30", "1980s"
	Punct              // a mark or symbol, or a run of the same one: ",", "!!!", "$"
	User               // "@name"
	Tag                // "#name"
	URL                // a web address, a bare domain or an e-mail address
	Emoji              // one emoji with its modifiers, a flag, or an ASCII emoticon
	gap                // white space or an invisible character: no token
)

var kindNames = [...]string{"word", "number", "punct", "user", "tag", "url", "emoji"}

// String returns the name of the kind in lower case.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// A Case says how the letters of a token are printed.
type Case uint8

// The cases. A token of one capital letter, such as "I", is Title.
const (
	NoCase Case = iota // no cased letter: "2019", ",", "中"
	Lower              // "treaty"
	Title              // "Treaty"
	Upper              // "NATO", "U.S."
	Mixed              // "McCain"
)

// A Token is a piece of a text as byte offsets [Start, End).
type Token struct {
	Start, End int
	Hash       uint64 // of the folded text, see Hash
	Kind       Kind
	Case       Case
}

// Of returns the part of text that the token covers.
func (t Token) Of(text string) string { return text[t.Start:t.End] }

// Span returns the place of the token.
func (t Token) Span() Span { return Span{t.Start, t.End} }

// AppendTokens appends the tokens of s, ascending, and returns the extended
// slice; nothing else is allocated. Between two tokens stand only white space
// and invisible characters; broken UTF-8 becomes Punct tokens.
//
//	Kim's U.S.-backed foes don't -> [Kim] ['s] [U.S.] [-] [backed] [foes] [do] [n't]
//
// But: no normalization; text is expected in NFC.
func AppendTokens(dst []Token, s string) []Token {
	for i := 0; i < len(s); {
		var t Token
		switch classes[s[i]] {
		case white:
			i++
			continue
		case letter:
			end, hash, printed := asciiWord(s, i)
			if end == len(s) || !joiners[s[end]] {
				dst = append(dst, Token{i, end, hash, Word, printed})
				if i = end; i < len(s) && s[i] == ' ' { // saves a turn after most words
					i++
				}
				continue
			}
			t = longerWord(s, Token{i, end, hash, Word, printed})
		case digit:
			t = number(s, i)
		case mark:
			t = asciiMark(s, i)
		case special:
			t = specialMark(s, i)
		default:
			t = wideToken(s, i)
		}
		i = t.End
		if t.Kind != gap {
			dst = append(dst, t)
		}
	}
	return dst
}
