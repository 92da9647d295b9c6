package text

import "unicode"

// An abbreviation says whether a sentence can end at a shortened word.
type abbreviation uint8

const (
	notShort abbreviation = iota // a word of its own
	tied                         // goes on with a name: "Gen. Kim"
	numbered                     // goes on with a number, if one follows: "No. 5"
	loose                        // may end a sentence: only a word like "The" tells
)

// abbreviationOf returns the kind of the word before a full stop, as printed.
func abbreviationOf(word string) abbreviation {
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Sens", "Rep", "Reps", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt",
		"Cmdr", "Cdr", "Adm", "Gov", "Govs", "Pres", "Hon", "Rev", "Fr", "Amb", "Sec", "Supt", "Insp", "Det", "Cpl",
		"MR", "MRS", "MS", "DR", "PROF", "SEN", "REP", "GEN", "COL", "GOV", "AMB", "SEC",
		"Pvt", "Brig", "Messrs", "Mme", "Mlle", "Dep", "Asst", "Atty", "Min", "Vice", "vs", "Vs", "viz", "cf", "approx":
		return tied
	case "No", "Nos", "no", "nos", "Art", "art", "Arts", "Fig", "fig", "Figs", "Vol", "vol", "pp", "Ch", "ch", "para",
		"Op", "op", "Res", "Resol", "Rs", "rs":
		return numbered
	case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri",
		"Inc", "Corp", "Co", "Cos", "Ltd", "Bros", "Jr", "Sr", "Dept", "Depts", "Univ", "Assn", "Ave", "Blvd", "Rd", "St",
		"Mt", "Ft", "Pt", "Hwy", "Intl", "Natl", "Govt", "Dist", "Est", "al", "Ste",
		"Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass",
		"Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt",
		"Wash", "Wis", "Wyo", "Ont", "Que":
		return loose
	}
	return notShort
}

// ends reports whether a sentence ends after an abbreviation of that kind.
func (a abbreviation) ends(s string, next view) bool {
	switch a {
	case tied:
		return false
	case numbered:
		return !unicode.IsDigit(next.r)
	case loose:
		return startsAt(s, next.letter)
	}
	return true
}
