package formats

import (
	"strings"

	"stance/datasets"
)

// What was read other than it was printed.
const (
	noticeWindows1252 = "not UTF-8, read as Windows-1252; char_start and char_end count the text in UTF-8; save it as UTF-8 if letters look wrong"
	noticeBroken      = "not UTF-8: broken bytes are read as U+FFFD, and char_start and char_end count the text as read; save it as UTF-8"
)

// readPlain reads an article in plain text. Its first line is no Title: whether it is
// a headline is for the reader of sentences to tell.
func readPlain(data []byte) ([]Article, []string, error) {
	w, notices, err := decode(data)
	if err != nil {
		return nil, nil, err
	}
	return []Article{{Text: w.Text, Mark: w.Mark, Broken: w.Broken}}, notices, nil
}

// decode returns a file as UTF-8. A file with NUL bytes is refused.
func decode(data []byte) (w datasets.Whole, notices []string, err error) {
	if w, err = datasets.ReadWhole(data); err != nil {
		return w, nil, err
	}
	switch {
	case strings.IndexByte(w.Text, 0) >= 0:
		return w, nil, errBinary
	case w.Windows1252:
		notices = []string{noticeWindows1252}
	case w.Broken:
		notices = []string{noticeBroken}
	}
	return w, notices, nil
}
