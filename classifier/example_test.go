package classifier_test

import (
	"bytes"
	"fmt"
	"log"

	"stance/classifier"
	"stance/datasets"
)

// Statements come with their parties located: package articles does it for real text.
func about(text string, label datasets.Label) *datasets.Example {
	e := &datasets.Example{Stance: label}
	e.Text, e.Source, e.Target = text, "Avaria", "Borland"
	e.SourceSpan = datasets.Span{Start: 0, End: len("Avaria")}
	e.TargetSpan = datasets.Span{Start: len(text) - len("Borland"), End: len(text)}
	e.Mentions = []datasets.Mention{{Entity: "Avaria", Span: e.SourceSpan}, {Entity: "Borland", Span: e.TargetSpan}}
	return e
}

// Train a classifier, save it, load it, and label a statement with it.
func Example() {
	var examples []*datasets.Example
	var groups []int
	for i, day := range []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"} {
		examples = append(examples,
			about("Avaria said on "+day+" that it stands with Borland", datasets.Favor),
			about("Avaria on "+day+" condemned Borland", datasets.Against),
			about("Avaria sent a delegation on "+day+" to Borland", datasets.None))
		groups = append(groups, i, i, i)
	}
	c, err := classifier.Train(classifier.Recipe{Task: datasets.Stance, Seed: 1}, examples, groups, nil)
	if err != nil {
		log.Fatal(err)
	}
	file := &classifier.File{Provenance: classifier.NewProvenance("", 1), Classifiers: []*classifier.Classifier{c}}
	var saved bytes.Buffer
	if _, err := file.WriteTo(&saved); err != nil {
		log.Fatal(err)
	}

	loaded, err := classifier.Parse(saved.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	s := about("Avaria has once more condemned Borland", "").Statement
	var a classifier.Answer
	loaded.NewTagger().Tag(&s, &a)
	fmt.Println(a.Stance.Label)
	for _, span := range a.Evidence {
		fmt.Println(s.Text[span.Start:span.End])
	}
	// Output:
	// against
	// condemned
}
