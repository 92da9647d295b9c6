package datasets

import (
	"crypto/sha256"
	"fmt"
	"hash/fnv"
	"strings"

	"stance/internal/text"
)

// IDs makes ids that are unique over all inputs of a run. The zero value is
// ready. A made id is the letter s and 12 hexadecimal digits of the SHA-256 of
// the folded text, source and target: the same statement gets the same id in
// every run, and no spreadsheet takes it for a number or a date. Repeats get
// -2, -3 and so on.
type IDs struct {
	// All says to remember given ids of any shape, so that Repeated can count
	// them. Without it only those are kept that a made id could equal: memory
	// does not grow with an input that has its own ids.
	All bool

	rows     map[uint64]use // by hash of the id
	repeated int
}

// A use says in how many rows an id stands, and whether one of them was given it here.
type use struct {
	rows int32
	made bool
}

// Make returns a new id for a statement without one.
func (d *IDs) Make(statement, source, target string) string {
	return d.Number(IDOf(statement, source, target))
}

// IDOf returns the id that Make makes for the first statement of this kind.
func IDOf(statement, source, target string) string {
	sum := sha256.Sum256([]byte(text.Fold(statement) + "\x00" + source + "\x00" + target))
	return fmt.Sprintf("s%x", sum[:6])
}

// Number returns a new id that begins with one of IDOf: repeats get a number.
func (d *IDs) Number(base string) string {
	id := base
	for n := d.rows[hashOf(base)].rows + 1; d.rows[hashOf(id)].rows > 0; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	if id != base {
		d.take(base, false)
	}
	d.take(id, true)
	return id
}

// Given records an id that stands in an input and reports whether it is new.
// Without All it only knows ids of the shape that Make gives.
func (d *IDs) Given(id string) bool {
	if !d.All && !looksMade(id) {
		return true
	}
	if d.take(id, false) > 1 {
		d.repeated++
		return false
	}
	return true
}

// Repeated returns how many given ids stood in an earlier row.
func (d *IDs) Repeated() int { return d.repeated }

// looksMade reports whether Make could give an id: s, 12 hexadecimal digits, and
// the end or a hyphen.
func looksMade(id string) bool {
	const end = 1 + 12
	if len(id) < end || id[0] != 's' || len(id) > end && id[end] != '-' {
		return false
	}
	return strings.Trim(id[1:end], "0123456789abcdef") == ""
}

// Made reports whether an id was made for an earlier row.
func (d *IDs) Made(id string) bool { return d.rows[hashOf(id)].made }

func (d *IDs) take(id string, made bool) int32 {
	if d.rows == nil {
		d.rows = map[uint64]use{}
	}
	u := d.rows[hashOf(id)]
	u.rows++
	u.made = u.made || made
	d.rows[hashOf(id)] = u
	return u.rows
}

func hashOf(id string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}
