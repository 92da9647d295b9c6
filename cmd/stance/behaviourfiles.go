package main

import "stance/reports"

// writeBehaviour prints the tables and writes the files that were asked for.
func (p *program) writeBehaviour(b *behaviour) error {
	byTest, byTemplate := b.report.Tables(false), b.report.TemplateTable()
	return p.put(measurement{
		screen:  b.report.Tables(b.flags.full),
		numbers: b.report,
		files: []outputFile{
			{"behaviour.txt", asText(b.report.Tables(true))},
			{"behaviour.md", asMarkdown(append(byTest, byTemplate))},
			{"behaviour.json", inJSON(b.report)},
			{"behaviour-tests.csv", byTest[0].WriteCSV},
			{"behaviour-templates.csv", byTemplate.WriteCSV},
			{"behaviour-failures.csv", reports.FailureTable(b.checked).WriteCSV},
		},
	}, b.flags.out, b.flags.json)
}
