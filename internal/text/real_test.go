package text
import ("testing";"encoding/csv";"os";"fmt")
func TestReal(t *testing.T){
 for _,fn:=range []string{"dse/train.csv","newsmtsc_rw/train.csv","newsmtsc_mt/dev.csv","sentfin/train.csv"}{
 f,_:=os.Open("/work/shared/data/"+fn); r:=csv.NewReader(f); rows,_:=r.ReadAll(); seen:=map[string]bool{}; n,k:=0,0
 for _,row:=range rows[1:]{ s:=row[1]; if seen[s]{continue}; seen[s]=true; n++
  if got:=sentences(s);len(got)!=1{k++; fmt.Printf("%s %q\n",fn,got)}
 }
 fmt.Println("TOTAL",fn,n,k)
 }
}
