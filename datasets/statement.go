// Package datasets holds the nouns that every other package speaks, and the
// readers and writers of the files they come in.
//
// A Statement is one sentence by one source about one target. An Example is a
// statement with gold labels; a Prediction is a model's answer to one task.
// Everything is read from and written to plain CSV, made for spreadsheets.
package datasets

import (
	"time"

	"stance/internal/text"
)

// A Span is a piece of a text as byte offsets [Start, End).
type Span = text.Span

// A Mention is one place in a text that names a party.
type Mention struct {
	Entity string // canonical name of the party
	Span
}

// A Statement is one sentence, by one source, about one target: the unit that
// is labelled.
type Statement struct {
	ID      string // unique over all inputs of a run, echoed byte for byte
	Article string // statements of one article share a fold; "" = unknown
	Text    string // the sentence as printed, valid UTF-8

	Source string // canonical name of who holds the stance; "" = the author, or unknown
	Target string // canonical name of what the stance is about; "" = the whole text

	// Mentions lists the parties named in Text, ascending and not overlapping.
	// A mention whose Entity equals Source or Target names that party.
	Mentions []Mention

	SourceSpan Span // the mention of the source that counts; zero if Text does not name it
	TargetSpan Span // the mention of the target that counts; zero if Text does not name it

	// Published is the day of the article, which settles whom a name means that several
	// persons bear: "Rutte" in 2015, in 2025. Zero = unknown.
	Published time.Time

	Flags Flags // what a reader should know before trusting the labels

	// Where the statement stood, and how its source was found. Filled for
	// statements cut from an article; Sentence counts from 1.
	Sentence   int
	Place      Span   // Text within the article
	SourceHow  string // quote, explicit, according_to, narrator, ...
	SourceCue  Span   // the word in Text by which it was found: "said"; zero where none was
	ReportedBy string // who reports what the source said; "" = the author
}
