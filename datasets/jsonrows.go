package datasets

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// jsonRows streams the objects of a JSONL file in constant memory.
type jsonRows struct {
	file  string
	in    *bufio.Reader
	index map[string]int // of a key in the header
	plain map[int]bool   // columns that are read, in which a list or an object means nothing
	line  int            // lines read
	long  []byte         // a line longer than the buffer of in
}

// keyWindow is how many bytes of a JSONL file are searched for keys.
const keyWindow = 1 << 20

// newJSONRows returns the header of a JSONL file and its rows. The header is the
// keys of the objects that the file begins with, in order of first appearance.
func newJSONRows(file string, in *bufio.Reader) (header []string, _ *jsonRows, err error) {
	in, prefix, err := wholeLines(in)
	if err != nil {
		return nil, nil, err
	}
	j := &jsonRows{file: file, in: in, index: map[string]int{}}
	if len(prefix) == 0 {
		return nil, nil, j.tooLong(1)
	}
	for line := range bytes.Lines(prefix) {
		eachPair(line, func(key string, _ json.RawMessage) {
			if _, ok := j.index[key]; !ok {
				j.index[key] = len(header)
				header = append(header, key)
			}
		})
	}
	if len(header) == 0 {
		return nil, nil, &RowError{File: file, Line: 1, What: "no line is a JSON object with keys", Remedy: "write one object a line, as jq -c . does", Fatal: true}
	}
	return header, j, nil
}

// wholeLines returns a reader of the same file and the lines it begins with, at most
// keyWindow bytes or one line; nothing if the first line is longer than maxRow.
func wholeLines(in *bufio.Reader) (*bufio.Reader, []byte, error) {
	for _, size := range []int{window, keyWindow, maxRow} {
		if in.Size() < size {
			in = bufio.NewReaderSize(in, size)
		}
		prefix, err := in.Peek(size)
		if errors.Is(err, io.EOF) {
			return in, prefix, nil
		}
		if err != nil {
			return nil, nil, err
		}
		if end := bytes.LastIndexByte(prefix, '\n') + 1; end > 0 && size >= keyWindow || size == maxRow {
			return in, prefix[:end], nil
		}
	}
	return in, nil, nil
}

func (j *jsonRows) tooLong(line int) error {
	return &RowError{File: j.file, Line: line, Fatal: true,
		What: fmt.Sprintf("the line is over %d MB", maxRow>>20), Remedy: "break the lines, or shorten the cell"}
}

// next returns the next row or io.EOF. A line that is not an object comes as a
// row with an error, filled as far as it could be read.
func (j *jsonRows) next() (Row, error) {
	line, err := j.readLine()
	for err == nil && len(bytes.TrimSpace(line)) == 0 {
		line, err = j.readLine()
	}
	if err != nil {
		return Row{}, err
	}
	row := Row{Line: j.line, Cells: make([]string, len(j.index))}
	line, row.repaired = repairedBytes(line)
	unknown, compound, lost := "", "", ""
	err = eachPair(line, func(key string, value json.RawMessage) {
		i, ok := j.index[key]
		switch {
		case !ok && unknown == "":
			unknown, lost = key, cellOf(value)
		case ok && j.plain[i] && isCompound(value):
			compound = key
		}
		if ok {
			row.Cells[i] = cellOf(value)
		}
	})
	switch {
	case err != nil:
		err = &RowError{File: j.file, Line: j.line, What: "not a JSON object: " + err.Error(), Remedy: "write one object a line"}
	case unknown != "":
		err = &RowError{File: j.file, Line: j.line, What: fmt.Sprintf("the key %q is new, its value %s is lost", unknown, start([]string{lost}, 0)),
			Remedy: "give the first object of the file all keys"}
	case compound != "":
		err = &RowError{File: j.file, Line: j.line, What: fmt.Sprintf("%q holds a list or an object", compound), Remedy: "write it as one string"}
	}
	return row, err
}

// readLine returns the next line, which stays valid until it is called again.
func (j *jsonRows) readLine() ([]byte, error) {
	j.line++
	j.long = j.long[:0]
	for {
		part, err := j.in.ReadSlice('\n')
		if err == nil && len(j.long) == 0 {
			return part, nil
		}
		j.long = append(j.long, part...)
		switch {
		case len(j.long) > maxRow:
			return nil, j.tooLong(j.line)
		case err == nil, errors.Is(err, io.EOF) && len(j.long) > 0:
			return j.long, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		}
	}
}

func repairedBytes(line []byte) ([]byte, bool) {
	valid := bytes.ToValidUTF8(line, []byte("\uFFFD"))
	return valid, !bytes.Equal(valid, line)
}

// eachPair calls visit for the pairs of a JSON object in their order.
func eachPair(object []byte, visit func(key string, value json.RawMessage)) error {
	d := json.NewDecoder(bytes.NewReader(object))
	err := openObject(d)
	for err == nil && d.More() {
		var key json.Token
		var value json.RawMessage
		if key, err = d.Token(); err == nil {
			err = d.Decode(&value)
			visit(fmt.Sprint(key), value)
		}
	}
	if err == nil {
		_, err = d.Token()
	}
	if err == nil && d.More() {
		err = errors.New("something follows the object")
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("it ends too early")
	}
	return err
}

func openObject(d *json.Decoder) error {
	t, err := d.Token()
	if err == nil && t != json.Delim('{') {
		err = fmt.Errorf("it begins with %v", t)
	}
	return err
}

func isCompound(value json.RawMessage) bool {
	return len(value) > 0 && (value[0] == '[' || value[0] == '{')
}

// cellOf returns a string as it is, null as "", any other value as its JSON.
func cellOf(value json.RawMessage) string {
	if string(value) == "null" {
		return ""
	}
	var s string
	if json.Unmarshal(value, &s) == nil {
		return s
	}
	return string(value)
}
