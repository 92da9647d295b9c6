package features

// quotation emits where source and target stand with respect to quotation marks,
// and the stems of quoted words where the target is quoted or the source speaks.
func quotation(x *Extractor) {
	v := &x.view
	if len(v.quotes) == 0 {
		return
	}
	n := 0
	if v.target >= 0 && v.tokens[v.target].quoted {
		n |= 1
	}
	if v.source >= 0 && v.tokens[v.source].quoted {
		n |= 2
	}
	x.flag(kindQuoteFlag, n, -1)
	for i := range v.tokens {
		if t := &v.tokens[i]; t.quoted && t.content() {
			x.one(kindQuoteStem, n, t.stem, i)
		}
	}
}
