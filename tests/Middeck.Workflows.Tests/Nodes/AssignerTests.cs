using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;

namespace Middeck.Workflows.Tests.Nodes;

public sealed class AssignerTests
{
    private readonly Play _play = new();

    [Theory]
    [InlineData("\"old\"", "over-write", "[\"sys\",\"query\"]", "variable", "\"q\"")]
    [InlineData("\"old\"", "set", "\"new\"", "constant", "\"new\"")]
    [InlineData("1", "set", "\"2.5\"", "constant", "2.5")]
    [InlineData("{\"a\": 1}", "set", "\"{\\\"b\\\": 2}\"", "constant", "{\"b\":2}")]
    [InlineData("\"old\"", "clear", "null", "constant", "\"\"")]
    [InlineData("7", "clear", "null", "constant", "0")]
    [InlineData("[1]", "clear", "null", "constant", "[]")]
    [InlineData("true", "clear", "null", "constant", "false")]
    [InlineData("{\"a\": 1}", "clear", "null", "constant", "{}")]
    [InlineData("[\"a\"]", "append", "[\"sys\",\"query\"]", "variable", "[\"a\",\"q\"]")]
    [InlineData("[1]", "append", "2", "constant", "[1,2]")]
    [InlineData("[]", "append", "2", "constant", "[2]")]
    [InlineData("[\"a\"]", "extend", "[\"b\",\"c\"]", "constant", "[\"a\",\"b\",\"c\"]")]
    [InlineData("2", "+=", "3", "constant", "5")]
    [InlineData("2", "+=", "\"3\"", "constant", "5")]
    [InlineData("2", "-=", "0.5", "constant", "1.5")]
    [InlineData("2", "*=", "4", "constant", "8")]
    [InlineData("10", "/=", "4", "constant", "2.5")]
    [InlineData("10", "/=", "5", "constant", "2.0")]
    [InlineData("[1,2,3]", "remove-first", "null", "constant", "[2,3]")]
    [InlineData("[1,2,3]", "remove-last", "null", "constant", "[1,2]")]
    [InlineData("[]", "remove-last", "null", "constant", "[]")]
    public async Task An_operation_changes_the_variable(string present, string operation, string value, string inputType, string expected)
    {
        var log = await RunAsync(present, operation, value, inputType);

        var change = Assert.Single(log.Events.OfType<ConversationVariableChanged>());
        Assert.Equal(("x", expected), (change.Name, Workflows.Values.SegmentJson.ToJson(change.Value)));
    }

    [Theory]
    [InlineData("\"text\"", "+=", "1", "Operation += is not supported for type string")]
    [InlineData("1", "append", "1", "Operation append is not supported for type integer")]
    [InlineData("[1]", "append", "\"a\"", "A value of the type string does not fit into array[number].")]
    [InlineData("[1]", "extend", "[\"a\"]", "A value of the type array[string] cannot extend array[number].")]
    [InlineData("1", "/=", "0", "A number cannot be divided by zero.")]
    [InlineData("1", "+=", "\"many\"", "The operation '+=' needs a number, not string.")]
    [InlineData("1", "set", "\"many\"", "The variable is of the type integer and cannot become string.")]
    [InlineData("9223372036854775807", "+=", "1", "The number is too large.")]
    [InlineData("1", "square", "1", "There is no operation 'square'.")]
    public async Task An_operation_that_does_not_fit_fails_and_writes_nothing(string present, string operation, string value, string error)
    {
        var log = await RunAsync(present, operation, value, "constant");

        Assert.Equal((RunStatus.Failed, error), (log.Finished.Status, log.Finished.Error));
        Assert.DoesNotContain(log.Events, what => what is ConversationVariableChanged);
    }

    [Fact]
    public async Task Each_item_sees_what_those_before_it_did()
    {
        var graph = new GraphBuilder().Start().Node("set", "assigner", new
        {
            version = "2",
            items = new object[]
            {
                new { variable_selector = new[] { "conversation", "x" }, operation = "+=", input_type = "constant", value = 1 },
                new { variable_selector = new[] { "conversation", "y" }, operation = "over-write", input_type = "variable", value = new[] { "conversation", "x" } },
                new { variable_selector = new[] { "conversation", "x" }, operation = "*=", input_type = "constant", value = 10 },
            },
        }).End("end", "x=conversation.x", "y=conversation.y").Edges("start -> set", "set -> end").Build();

        var log = await _play.RunAsync(graph, conversation: """{"x": 1, "y": 0}""");

        Assert.Equal(("20", "2"), (log.Output("x"), log.Output("y")));
    }

    [Theory]
    [InlineData("over-write", "\"old\"", "\"q\"")]
    [InlineData("append", "[\"a\"]", "[\"a\",\"q\"]")]
    [InlineData("clear", "\"old\"", "\"\"")]
    public async Task The_first_version_has_a_mode_and_one_variable(string mode, string present, string expected)
    {
        var graph = new GraphBuilder().Start().Node("set", "assigner", new
        {
            assigned_variable_selector = new[] { "conversation", "x" },
            write_mode = mode,
            input_variable_selector = new[] { "sys", "query" },
        }).End("end", "x=conversation.x").Edges("start -> set", "set -> end").Build();

        var log = await _play.RunAsync(graph, conversation: $$"""{"x": {{present}}}""", query: "q");

        Assert.Equal(expected, log.Output("x"));
    }

    [Fact]
    public async Task A_variable_that_does_not_exist_or_grows_too_large_is_a_failure()
    {
        var unknown = await RunAsync("1", "set", "2", "constant", "conversation.other");
        var large = await RunAsync("\"\"", "set", $"\"{new string('x', 204_801)}\"", "constant");

        Assert.Equal("Variable ['conversation', 'other'] not found", unknown.Finished.Error);
        Assert.Equal("The variable 'x' would have 204801 bytes; at most 204800 are allowed.", large.Finished.Error);
    }

    private Task<RunLog> RunAsync(string present, string operation, string value, string inputType, string variable = "conversation.x")
    {
        var graph = new GraphBuilder().Start()
            .Assign("set", variable, operation, System.Text.Json.JsonDocument.Parse(value).RootElement, inputType)
            .Edges("start -> set").Build();
        return _play.RunAsync(graph, conversation: $$"""{"x": {{present}}}""", query: "q");
    }
}
