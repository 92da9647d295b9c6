package articles

import "stance/datasets"

// Cut returns the statements of an article in plain text.
func Cut(article string, g *Gazetteer) []datasets.Statement { return nil }
