package articles

// partners adds the same claim for those who do it together: "Moscow and Beijing
// condemned", "Oman, Qatar and the Emirates condemned".
func (c *cutter) partners(x *sentence, k claim) {
	if k.match < 0 {
		return
	}
	main, together := k.match, false
	for i := main + 1; i < len(x.matches) && x.matches[i].End <= k.words.End; i++ {
		before := x.matches[i].first - 1
		if x.has(before, determiner) {
			before--
		}
		if x.has(before, coordinator) && x.named(before-1) {
			together = true
			c.partner(k, i)
		}
	}
	for i := main; i > 0 && x.listed(i, together); i-- {
		c.partner(k, i-1)
	}
}

// partner adds claim k for the party of mention i.
func (c *cutter) partner(k claim, i int) {
	k.match, k.party = i, c.g.party(c.read.matches[i])
	c.found = append(c.found, k)
}

// listed reports whether only a comma stands between mention i and the one before, in a
// list that ends with "and", or that a headline begins with: "Uganda, Kenya to meet".
func (x *sentence) listed(i int, ended bool) bool {
	from, to := x.matches[i-1].last, x.matches[i].first
	if to > from && x.has(to-1, determiner) {
		to--
	}
	return to-from == 1 && x.is(from, ",") && (ended || x.matches[i-1].first == 0)
}

// coordinated reports whether the verb at token i shares the subject of the
// verb before: "thanked Moscow and condemned Seoul".
func (x *sentence) coordinated(i int) bool {
	last, _ := x.beforeVerb(i)
	return last >= 0 && x.goesOn(last)
}
