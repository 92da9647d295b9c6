// Package articles turns an article into statements, and finds the parties that
// any statement names.
//
// A Gazetteer is the table of aliases: which strings name which party. An
// Annotator fills the mentions and flags of one statement, be it a row of a CSV
// or a sentence of an article, so that both look the same to what comes after.
// Cut makes the statements of an article: who says what about whom.
package articles
