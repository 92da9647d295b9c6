package reports

import (
	"fmt"
	"strings"
)

// An Input is a file that the numbers rest on.
type Input struct {
	Role   string `json:"role"` // gold, model, predictions
	Name   string `json:"name"`
	SHA256 string `json:"sha256"` // hexadecimal; "" = not known
	Note   string `json:"note"`   // what is in it
}

// shownHash is how many hexadecimal digits of a hash are shown.
const shownHash = 12

// longName is the length of a name from which on others are not aligned with it.
const longName = 24

// Head returns what was scored and what with, one line each, for the top of a page;
// without inputs it is empty.
func (r *Report) Head() Table {
	var t Table
	role, name := 0, 0
	for _, in := range r.Inputs {
		role, name = max(role, len(in.Role)), max(name, len(in.Name))
	}
	for _, in := range r.Inputs {
		fields := []string{fmt.Sprintf("%-*s  %-*s", role, in.Role, min(name, longName), in.Name)}
		if in.SHA256 != "" {
			fields = append(fields, "sha256 "+in.shortHash())
		}
		line := strings.Join(fields, "  ")
		switch {
		case in.Note == "":
			t.Notes = append(t.Notes, line)
		case len(line)+len(in.Note) < maxWidth:
			t.Notes = append(t.Notes, line+"  "+in.Note)
		default:
			t.Notes = append(t.Notes, line, strings.Repeat(" ", role+2)+in.Note)
		}
	}
	return t
}

func (in Input) shortHash() string { return in.SHA256[:min(shownHash, len(in.SHA256))] }
