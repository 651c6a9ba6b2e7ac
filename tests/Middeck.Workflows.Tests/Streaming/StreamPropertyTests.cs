using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;

namespace Middeck.Workflows.Tests.Streaming;

public sealed class StreamPropertyTests
{
    private const string Inputs = """{"list": ["a", "b", "c"]}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_streamed_is_the_answer_whatever_the_graph(bool isStreaming)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var graph = new RandomGraph(seed).Build();
            Assert.True(graph.CanRun, $"seed {seed}: {string.Join(' ', graph.Problems)}");

            var log = await new Play(isStreaming ? FakeNode.Streaming() : FakeNode.Model())
                .RunAsync(graph, Inputs, """{"x": "old"}""", seed % 2 == 0 ? "go" : "stay");

            Assert.True(log.Finished.Status == RunStatus.Succeeded, $"seed {seed}: {log.Finished.Error}");
            var answers = log.Records.Where(record => record.Result.Outputs.ContainsKey("answer")).Select(record => record.Result.Outputs["answer"].Text!).ToList();
            var answer = log.Finished.Outputs.TryGetValue("answer", out var value) ? value.Text : "";
            Assert.True(log.Text == answer, $"seed {seed}: '{log.Text}' was streamed, '{answer}' is the answer");
            Assert.True(answer!.Length == answers.Sum(one => one.Length), $"seed {seed}: '{answer}' is not made of {string.Join(" / ", answers)}");
            Assert.All(answers, one => Assert.Contains(one, answer, StringComparison.Ordinal));
            if (!isStreaming)
            {
                Assert.DoesNotContain(log.Events, what => what is TextReplaced);
            }
        }
    }

    [Fact]
    public async Task A_run_that_broke_off_anywhere_goes_on_to_its_end_and_does_nothing_twice()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var graph = new RandomGraph(seed).Build();
            var request = Play.Of(graph, Inputs, """{"x": "old"}""", "go");
            var whole = await new Play(FakeNode.Model()).RunAsync(request);

            for (var cut = seed % 3; cut < whole.Events.Count; cut += 3)
            {
                var before = new RunLog();
                whole.Events.Take(cut).ToList().ForEach(before.Add);
                var done = before.Records.Select(record => record.Key).ToHashSet();
                var twice = new List<string>();
                var rest = await new Play(new FakeNode("llm", (context, _) =>
                {
                    if (done.Contains(context.Execution.Key))
                    {
                        twice.Add(context.Execution.Key);
                    }

                    return ValueTask.FromResult(FakeNode.Text(FakeNode.Says(context)));
                })).RunAsync(request with { Finished = [.. before.Records], DeliveredText = before.Text, IsResumption = true });
                rest.Events.ForEach(before.Add);

                Assert.Empty(twice);
                // Branches beside each other may come in another order than they would have; what a reader sees is the answer all the same.
                var answer = rest.Finished.Outputs.TryGetValue("answer", out var value) ? value.Text : "";
                Assert.True(answer == before.Text, $"seed {seed} cut {cut}: '{before.Text}' instead of '{answer}'");
                Assert.Equal((RunStatus.Succeeded, whole.Finished.Steps), (rest.Finished.Status, rest.Finished.Steps));
            }
        }
    }
}
