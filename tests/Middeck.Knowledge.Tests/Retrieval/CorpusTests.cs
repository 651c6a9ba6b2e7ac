using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval;

/// <summary>Quality is a test too: questions as people ask them, over two small handbooks of our own in one search.</summary>
public sealed class CorpusTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    private static readonly (string Question, string Answer)[] Questions =
    [
        ("疏散走道最少要多宽", "不应小于 1.1 m"),
        ("疏散门朝哪个方向开", "向疏散方向开启"),
        ("灭火器离地面多高", "1.50 m"),
        ("消防电梯的载重量", "800 kg"),
        ("感温探测器安装间距", "不应超过 10 m"),
        ("室外消火栓间距多少米", "120 m"),
        ("楼梯间应急照明照度", "5.0 lx"),
        ("前室面积 公共建筑", "6.0 平方米"),
        ("消防控制室几个人值班", "不应少于 2 人"),
        ("灭火器放在哪里", "位置明显"),
        ("Do I pour acid into water or water into acid?", "Acids are always poured into water"),
        ("when is chemical waste collected", "every Friday"),
        ("what to do after a large spill", "extension 4455"),
        ("how often are fume hoods inspected", "once a year"),
        ("where do I get my access card", "safety briefing"),
        ("may I put food into a refrigerator with samples", "may not hold food"),
        ("consent for working alone in the evening", "group leader"),
        ("Where is the first aid kit?", "main entrance"),
        ("closing the valves of gas cylinders", "chained to the wall"),
        ("are contact lenses allowed", "safety glasses"),
    ];

    [Fact]
    public async Task The_passage_that_answers_comes_first_nearly_always_and_is_never_far()
    {
        Guid[] bases = [await GivenBaseOfAsync("standards.zh.md"), await GivenBaseOfAsync("handbook.en.md")];
        var missed = new List<string>();
        foreach (var (question, answer) in Questions)
        {
            var hits = await SearchAsync(question, bases);

            Assert.Contains(hits, hit => hit.Content.Contains(answer, StringComparison.Ordinal));
            if (!hits[0].Content.Contains(answer, StringComparison.Ordinal))
            {
                missed.Add(question);
            }
        }

        Assert.True(missed.Count <= 1, $"Not first: {string.Join("; ", missed)}");
    }

    private async Task<Guid> GivenBaseOfAsync(string name)
    {
        var kb = await GivenBaseAsync();
        var path = Path.Combine(AppContext.BaseDirectory, "Retrieval", "Corpus", name);
        await GivenCompletedAsync(kb.Id, name, await File.ReadAllTextAsync(path));
        return kb.Id;
    }
}
