// Package stance reads who says what about whom in political and diplomatic
// news. Given a text it returns statements (sentence, source, target), each with
// the source's stance toward the target (favor, against, none) and the tone of
// the words about it (positive, negative, neutral), with calibrated
// probabilities and the words that decided. It also trains such models from
// labelled examples; everything runs offline, in pure Go.
package stance
