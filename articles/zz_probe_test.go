package articles
import ("testing";"fmt";"os";"stance/internal/text")
func TestZZ(t *testing.T){
 b,_:=os.ReadFile(os.Getenv("ZZ")); s:=string(b)
 for _,x:=range text.AppendSentences(nil,s){fmt.Printf("S[%s]\n",x.Of(s))}
 for _,x:=range text.AppendQuotes(nil,s){fmt.Printf("Q[%s]\n",x.Of(s))}
}
