package text

// wordAt returns the ASCII letters from i on; i may be past the end of s.
func wordAt(s string, i int) string {
	i = min(i, len(s))
	j := i
	for j < len(s) && classes[s[j]] == letter {
		j++
	}
	return s[i:j]
}

// startsAt reports whether a starter stands at i; "I." and "A." are initials.
func startsAt(s string, i int) bool {
	word := wordAt(s, i)
	return isStarter(word) && (len(word) > 1 || i+1 >= len(s) || s[i+1] != '.')
}

// isStarter reports whether a capitalized word is one that is written so only
// because a sentence begins with it: articles, pronouns, conjunctions.
func isStarter(word string) bool {
	switch word {
	case "The", "A", "An", "This", "That", "These", "Those", "There", "Here",
		"He", "She", "It", "They", "We", "I", "You", "His", "Her", "Its", "Their", "Our", "My", "Your",
		"But", "And", "Or", "So", "Yet", "Nor", "If", "When", "While", "As", "After", "Before", "Because",
		"In", "On", "At", "For", "From", "With", "Since", "Until", "Although", "Though",
		"However", "Meanwhile", "Moreover", "Then", "Now", "Not", "Who", "What", "Why", "How", "Where", "Which",
		"Both", "Some", "Many", "Most", "Several", "All", "Any", "Each", "Every", "Another", "Others", "Such", "Nobody", "Nothing", "Everyone",
		"According", "Asked", "Also", "Still", "Despite", "During", "Earlier", "Later":
		return true
	}
	return false
}
