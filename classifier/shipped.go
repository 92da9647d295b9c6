package classifier

import _ "embed"

// shipped is the model that comes with the program: how it was trained stands in
// its card, classifier/MODEL_CARD.md.
//
//go:embed shipped.stance
var shipped []byte

// Shipped returns the model that comes with the program.
func Shipped() (*File, error) { return Parse(shipped) }
