using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Studio.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes.Code;

public sealed class CodeNodeTests(CodeRuns runs) : IClassFixture<CodeRuns>
{
    [Theory]
    [InlineData(
        "python3",
        "def main(text: str, list, gone) -> dict:\n    print('hi')\n    return {'said': text + '!\\0', 'count': len(list), 'is_all': True, 'first': {'n': list[0], 'gone': gone}, 'parts': ['a', None], 'numbers': [1, 2.5, True], 'rows': [{'x': 1}, None], 'flags': [True, False], 'nothing': None}")]
    [InlineData(
        "javascript",
        "function main({text, list, gone}) {\n  console.log('hi');\n  return {said: text + '!\\0', count: list.length, is_all: true, first: {n: list[0], gone}, parts: ['a', null], numbers: [1, 2.5, true], rows: [{x: 1}, null], flags: [true, false], nothing: null};\n}")]
    public async Task Code_gets_its_variables_by_name_and_hands_on_what_it_declares(string language, string code)
    {
        var record = await runs.RunAsync(
            new
            {
                code_language = language,
                code,
                dependencies = new[] { new { name = "requests", version = "" } },
                variables = new[] { Variable("text"), Variable("list"), Variable("gone") },
                outputs = Outputs(
                    ("said", "string"), ("count", "number"), ("is_all", "boolean"), ("first", "object"), ("parts", "array[string]"),
                    ("numbers", "array[number]"), ("rows", "array[object]"), ("flags", "array[boolean]"), ("nothing", "string")),
            },
            """{"text": "世界", "list": ["a", "b"]}""");

        Assert.Null(record.Result.Error);
        Assert.Equal(
            """{"said":"世界!","count":2,"is_all":true,"first":{"n":"a","gone":null},"parts":["a",null],"numbers":[1,2.5,1],"rows":[{"x":1},null],"flags":[true,false],"nothing":null}""",
            Segment.Of(record.Result.Outputs).ToJson());
        Assert.Equal(SegmentType.ArrayString, record.Result.Outputs["parts"].Type);
        Assert.Equal("hi\n", record.Result.ProcessData["stdout"].Text);
        Assert.Equal(["text", "list", "gone"], record.Result.Inputs.Keys);
    }

    [Theory]
    [InlineData("string", "1", "Output result must be a string, got int instead.")]
    [InlineData("string", "1.5", "Output result must be a string, got float instead.")]
    [InlineData("string", "'x' * 101", "The length of output variable `result` must be less than 100 characters")]
    [InlineData("number", "'1'", "Output result is not a number, got <class 'str'> instead.")]
    [InlineData("number", "2 ** 63", "Output variable `result` is out of range, it must be between -9223372036854775807 and 9223372036854775807.")]
    [InlineData("number", "1.5e-25", "Output variable `result` has too high precision, it must be less than 20 digits.")]
    [InlineData("boolean", "'true'", "Output result is not a boolean, got <class 'str'> instead.")]
    [InlineData("object", "[1]", "Output result is not an object, got <class 'list'> instead.")]
    [InlineData("object", "{'a': {'b': {'c': {'d': {'e': 1}}}}}", "Depth limit 5 reached, object too deep.", "DepthLimitError")]
    [InlineData("object", "{'a': [1, 'b']}", "Output result.a is not a valid array. make sure all elements are of the same type.")]
    [InlineData("array[string]", "{'a': 1}", "Output result is not an array, got <class 'dict'> instead.")]
    [InlineData("array[string]", "['a', 1]", "Output result[1] must be a string, got int instead.")]
    [InlineData("array[string]", "['a' * 90] * 20", "The size of output variable `result` must be less than 1000 bytes.")]
    [InlineData("array[number]", "[1, None]", "The element at index 1 of output variable `result` must be a number.")]
    [InlineData("array[number]", "[1] * 1001", "The length of output variable `result` must be less than 1000 elements.")]
    [InlineData("array[object]", "[{}, 5]", "Output result[1] is not an object, got <class 'int'> instead at index 1.")]
    [InlineData("array[boolean]", "[True, 'x']", "Output result[1] is not a boolean, got <class 'str'> instead.")]
    [InlineData("file", "1", "Output type file is not supported.")]
    public async Task What_does_not_fit_its_declaration_is_told_in_the_words_of_Dify(
        string type, string value, string error, string kind = "OutputValidationError")
    {
        var record = await runs.RunAsync(Returning($"{{'result': {value}}}", ("result", type)));

        Assert.Equal((error, kind), (record.Result.Error, record.Result.ErrorKind));
    }

    [Fact]
    public async Task Outputs_are_those_that_are_declared()
    {
        var missing = await runs.RunAsync(Returning("{'a': 1}", ("a", "number"), ("b", "string")));
        Assert.Equal(("Output b is missing.", "OutputValidationError"), (missing.Result.Error, missing.Result.ErrorKind));

        var undeclared = await runs.RunAsync(Returning("{'a': 1, 'b': 2}", ("a", "number")));
        Assert.Equal(("Not all output parameters are validated.", "CodeNodeError"), (undeclared.Result.Error, undeclared.Result.ErrorKind));

        Assert.Equal("Result must be a dict, got list", (await runs.RunAsync(Returning("[1]", ("a", "number")))).Result.Error);

        var nested = await runs.RunAsync(new
        {
            code_language = "python3",
            code = "def main(): return {'o': {'n': '1'}}",
            outputs = new { o = new { type = "object", children = new { n = new { type = "number" } } } },
        });
        Assert.Equal("Output o.n is not a number, got <class 'str'> instead.", nested.Result.Error);

        Assert.Equal("Unsupported code language: ruby", (await runs.RunAsync(new { code_language = "ruby", code = "" })).Result.Error);
    }

    [Fact]
    public async Task Lists_may_have_more_than_thirty_items()
    {
        var texts = await runs.RunAsync(Returning("{'a': ['x'] * 200}", ("a", "array[string]")));

        Assert.Equal(200, texts.Result.Outputs["a"].Items.Count);
    }

    [Fact]
    public async Task Code_that_throws_fails_the_node_which_its_settings_may_bear()
    {
        var failed = await runs.RunAsync(new { code_language = "python3", code = "def main():\n    print('so far')\n    return 1 / 0", retry_config = new { retry_enabled = true, max_retries = 1, retry_interval = 0 } });
        Assert.Equal(NodeStatus.Failed, failed.Status);
        Assert.Equal(("ZeroDivisionError: division by zero", "CodeExecutionError"), (failed.Result.Error, failed.Result.ErrorKind));
        Assert.Contains("line 3, in main", failed.Result.ProcessData["traceback"].Text, StringComparison.Ordinal);
        Assert.Equal("so far\n", failed.Result.ProcessData["stdout"].Text);
        Assert.Equal(1, runs.Retries);

        var borne = await runs.RunAsync(new
        {
            code_language = "javascript",
            code = "function main() { throw new Error('oh'); }",
            error_strategy = "default-value",
            default_value = new[] { new { key = "a", type = "number", value = "5" } },
        });
        Assert.Equal(NodeStatus.Exception, borne.Status);
        Assert.Equal("""{"a":5,"error_message":"Error: oh","error_type":"CodeExecutionError"}""", Segment.Of(borne.Result.Outputs).ToJson());
    }

    [Fact]
    public void The_limits_are_those_of_Dify_but_for_lists()
    {
        var limits = Options.Create(new WorkflowOptions()).Value;

        Assert.Equal((400_000, 1_000, 5, 20), (limits.CodeStringLength, limits.CodeNumbers, limits.CodeDepth, limits.CodePrecision));
    }

    private static object Variable(string name) => new { variable = name, value_selector = new[] { "start", name } };

    private static object Returning(string value, params (string Name, string Type)[] outputs)
        => new { code_language = "python3", code = $"def main(): return {value}", variables = Array.Empty<object>(), outputs = Outputs(outputs) };

    private static Dictionary<string, object> Outputs(params (string Name, string Type)[] outputs)
        => outputs.ToDictionary(output => output.Name, output => (object)new { type = output.Type, children = (JsonElement?)null });
}
