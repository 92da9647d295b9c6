package datasets

import "stance/internal/text"

// Groups returns the group of each example, numbered from 0 in order of first
// appearance, and how they were found. Examples of one group share a fold and
// are drawn together in a bootstrap: those of one article, by doc_id; without
// it those of identical folded text. An example without doc_id whose text stands
// in an article belongs to that article, the first if it stands in several.
//
// But: near duplicates are no group, for folds and intervals would hang on a
// threshold; stance check finds them. And one text in two articles does not connect
// them, because stock phrases would tie the whole corpus together.
func Groups(ex []Example) (groups []int, how string) {
	articles := 0
	for i := range ex {
		if ex[i].Article != "" {
			articles++
		}
	}
	var of map[string]string
	if 0 < articles && articles < len(ex) {
		of = articlesByText(ex)
	}
	number := map[string]int{}
	groups = make([]int, len(ex))
	for i := range ex {
		k := groupKey(&ex[i], of)
		if _, ok := number[k]; !ok {
			number[k] = len(number)
		}
		groups[i] = number[k]
	}
	return groups, groupedBy(articles, len(ex))
}

func groupKey(e *Example, articleOf map[string]string) string {
	if e.Article != "" {
		return "doc_id " + e.Article
	}
	folded := text.Fold(e.Text)
	if article, ok := articleOf[folded]; ok {
		return "doc_id " + article
	}
	return "text " + folded
}

// articlesByText maps every folded text to the first article it stands in.
func articlesByText(ex []Example) map[string]string {
	of := map[string]string{}
	for i := range ex {
		if ex[i].Article == "" {
			continue
		}
		folded := text.Fold(ex[i].Text)
		if _, ok := of[folded]; !ok {
			of[folded] = ex[i].Article
		}
	}
	return of
}

func groupedBy(articles, examples int) string {
	switch articles {
	case 0:
		return "identical text"
	case examples:
		return "doc_id"
	}
	return "doc_id, else identical text"
}
