using Middeck.Studio.Speech;

namespace Middeck.Studio.Tests.Speech;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("Plain words, 3 * 4 = 12, a_b and 5 - 2.", "Plain words, 3 * 4 = 12, a_b and 5 - 2.")]
    [InlineData("## 年假\n\n- **两周**前申请[1]【2】\n- `OA` 里填写", "年假\n两周前申请\nOA 里填写")]
    [InlineData("<think>Hm, what?</think>Yes.", "Yes.")]
    [InlineData("Run it:\n```sh\nrm -rf /\n```\nDone.", "Run it:\nDone.")]
    [InlineData("| A | B |\n|---|:-:|\n| 1 | 2 |", "A, B\n1, 2")]
    [InlineData("See ![a picture](x.png)[the rules](https://example.org/a) <br/>now.", "See the rules now.")]
    [InlineData("> quoted\n\n---\n1. first", "quoted\n1. first")]
    public void An_answer_is_read_as_a_person_would(string answer, string spoken)
        => Assert.Equal(spoken, SpokenText.Of(answer));
}
