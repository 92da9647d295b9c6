package stance_test

import (
	"bytes"
	"fmt"

	"stance"
	"stance/datasets"
)

// Label a text with the shipped model.
func ExampleShipped() {
	m, err := stance.Shipped()
	if err != nil {
		fmt.Println(err)
		return
	}
	article := "The newspaper said Pyongyang sends its full support to Moscow. Beijing denounced Tokyo."
	for _, s := range m.Label(article) {
		fmt.Println(s.Source, "->", s.Target, s.Stance.Label)
	}
	// Output:
	// North Korea -> Russia favor
	// China -> Japan against
}

// Train on a few labelled rows, save the model, read it back and label a row.
func ExampleTrain() {
	var examples []datasets.Example
	for i, verb := range []string{"praised", "condemned", "praised", "condemned", "praised", "condemned"} {
		e := datasets.Example{Stance: []datasets.Label{datasets.Favor, datasets.Against}[i%2]}
		e.Text = []string{"Oslo", "Lima", "Rome"}[i/2] + " " + verb + " the mayor."
		e.Target = "mayor"
		examples = append(examples, e)
	}
	trained, err := stance.Train(examples, stance.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var file bytes.Buffer
	trained.WriteTo(&file)
	m, err := stance.Parse(file.Bytes())
	if err != nil {
		fmt.Println(err)
		return
	}
	row := datasets.Statement{Text: "Quito condemned the mayor.", Target: "mayor"}
	labelled := m.NewLabeller().Label(&row)
	fmt.Println(labelled.Stance.Label)
	// Output: against
}
