package features

// nearestWords is how many content words count as near, on each side.
const nearestWords = 3

// nearest emits the content words nearest to the target on each side, and the
// first verb form behind target and source.
func nearest(x *Extractor) {
	v := &x.view
	if v.target >= 0 {
		x.nearestContent(-1)
		x.nearestContent(1)
		x.firstVerb(aroundTarget, v.target)
	}
	if v.source >= 0 {
		x.firstVerb(aroundSource, v.source)
	}
}

func (x *Extractor) nearestContent(step int) {
	v := &x.view
	for i, found := v.target+step, 0; i >= 0 && i < len(v.tokens) && found < nearestWords; i += step {
		if t := &v.tokens[i]; t.content() {
			x.one(kindNearest, side(i, v.target), t.stem, i)
			found++
		}
	}
}

// firstVerb emits the first past or participle form behind the anchor.
func (x *Extractor) firstVerb(around, anchor int) {
	v := &x.view
	for i := anchor + 1; i < len(v.tokens); i++ {
		if t := &v.tokens[i]; t.class&(pastForm|speech) != 0 && t.role == plain {
			x.one(kindFirstVerb, around, t.stem, i)
			return
		}
	}
}
