package datasets

// Near returns a column that is read as nothing, and whose name is a slip of the pen
// away from that of a canonical column, or "".
func (r *Reader) Near(canonical string) string {
	return nearest(namesOf(canonical), r.columns.free(r.header))
}

// Missing returns the error for a file without the column called name, which is what
// the user calls it.
func (r *Reader) Missing(name, what string) error {
	e := &RowError{File: r.file, Line: r.top, Fatal: true, Remedy: "name one of these",
		What: "no column \"" + name + "\", " + what + "; columns found: " + shorten(r.header)}
	if near := nearest([]string{name}, r.header); near != "" {
		e.Remedy = "did you mean \"" + near + "\"?"
	}
	return e
}
