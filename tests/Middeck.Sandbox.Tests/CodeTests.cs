using System.Text.Json;

namespace Middeck.Sandbox.Tests;

public sealed class CodeTests(SandboxHost host) : SandboxTest(host)
{
    [Theory]
    [InlineData(CodeLanguage.Python, "import sys\ndef main(name, list):\n    print('out 中', flush=True)\n    print('err', file=sys.stderr)\n    return {'text': name + '!', 'sum': sum(list), 'nul': 'a\\x00b'}")]
    [InlineData(CodeLanguage.JavaScript, "function main({name, list}) {\n  console.log('out 中');\n  console.error('err');\n  return {text: name + '!', sum: list.reduce((a, b) => a + b), nul: 'a\\u0000b'};\n}")]
    public async Task A_function_is_called_with_its_inputs(CodeLanguage language, string code)
    {
        var outcome = await RunAsync(language, code, new { name = "世界 🌍", list = new[] { 1, 2, 3 } });

        Assert.Null(outcome.Error);
        Assert.Equal("世界 🌍!", outcome.Result!.Value.GetProperty("text").GetString());
        Assert.Equal(6, outcome.Result.Value.GetProperty("sum").GetInt32());
        Assert.Equal("a\0b", outcome.Result.Value.GetProperty("nul").GetString());
        Assert.Equal(("out 中\n", "err\n"), (outcome.Stdout, outcome.Stderr));
        Assert.True(outcome.Duration > TimeSpan.Zero && outcome.PeakMemory > 0);
    }

    [Theory]
    [InlineData(CodeLanguage.Python, "async def main(a):\n    import asyncio\n    await asyncio.sleep(0)\n    return a")]
    [InlineData(CodeLanguage.JavaScript, "const main = async ({a}) => { await new Promise((done) => setTimeout(done, 1)); return a; };")]
    public async Task An_asynchronous_function_is_waited_for(CodeLanguage language, string code)
        => Assert.Equal("7", ResultOf(await RunAsync(language, code, new { a = 7 })));

    [Fact]
    public async Task The_usual_modules_are_there()
    {
        Assert.Equal("[\"2024-01-31\",3.0,\"1e8\"]", ResultOf(await PythonAsync(
            "import datetime, decimal, math, re, hashlib, csv, sqlite3, statistics, urllib.parse\n"
            + "def main(): return [str(datetime.date(2024, 1, 31)), math.sqrt(9), re.sub('0+$', 'e8', '1' + '0' * 8)]")));
        Assert.Equal("\"98\"", ResultOf(await JavaScriptAsync(
            "const crypto = require('crypto');\nfunction main() { return Buffer.from('b').toString('hex').replace('62', '98'); }")));
    }

    [Fact]
    public async Task Numbers_and_arrays_of_numpy_are_handed_back_as_json()
    {
        // Where Debian's packages are not installed there is nothing to hand back.
        var outcome = await PythonAsync(
            """
            def main():
                try:
                    import numpy, pandas
                except ModuleNotFoundError:
                    return [6, [1, 2, 3], {'a': 2.5}]
                numbers = numpy.array([1, 2, 3])
                return [numbers.sum(), numbers, {'a': pandas.DataFrame({'a': [2, 3]})['a'].mean()}]
            """);

        Assert.Equal("[6,[1,2,3],{\"a\":2.5}]", ResultOf(outcome));
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_place()
    {
        var python = await PythonAsync("def main(a):\n    return inner(a)\n\ndef inner(a):\n    return 1 / a\n", new { a = 0 });
        Assert.Equal((CodeErrorKind.Program, "ZeroDivisionError: division by zero"), (python.Error!.Kind, python.Error.Message));
        Assert.Contains("File \"main.py\", line 5, in inner\n    return 1 / a", python.Error.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("<string>", python.Error.Traceback, StringComparison.Ordinal);

        var script = await JavaScriptAsync("function main({a}) {\n  return a.b.c;\n}", new { a = 0 });
        Assert.Equal(CodeErrorKind.Program, script.Error!.Kind);
        Assert.StartsWith("TypeError: Cannot read properties of undefined", script.Error.Message, StringComparison.Ordinal);
        Assert.Contains("main.js:2:14", script.Error.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("node:", script.Error.Traceback, StringComparison.Ordinal);

        Assert.Contains("SyntaxError", (await PythonAsync("def main(:")).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("SyntaxError", (await JavaScriptAsync("function main({")).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("unexpected keyword argument 'b'", (await PythonAsync("def main(): pass", new { b = 1 })).Error!.Message, StringComparison.Ordinal);
        Assert.Equal("The code defines no function main.", (await PythonAsync("x = 1")).Error!.Message);
        Assert.Equal("The code defines no function main.", (await JavaScriptAsync("let x = 1;")).Error!.Message);
        Assert.Equal("Uncaught oh", (await JavaScriptAsync("function main() { throw 'oh'; }")).Error!.Message);
    }

    [Theory]
    [InlineData(CodeLanguage.Python, "def main(): return float('nan')", CodeErrorKind.Result)]
    [InlineData(CodeLanguage.Python, "def main(): return {1, 2}", CodeErrorKind.Result)]
    [InlineData(CodeLanguage.Python, "def main():\n    x = []\n    x.append(x)\n    return x", CodeErrorKind.Result)]
    [InlineData(CodeLanguage.Python, "def main():\n    x = []\n    for _ in range(100000): x = [x]\n    return x", CodeErrorKind.Result)]
    [InlineData(CodeLanguage.Python, "def main():\n    x = []\n    for _ in range(500): x = [x]\n    return x", CodeErrorKind.Result)]
    [InlineData(CodeLanguage.Python, "def main(): return 'x' * 2000000", CodeErrorKind.Output)]
    [InlineData(CodeLanguage.Python, "def main(): raise SystemExit(3)", CodeErrorKind.Exited)]
    [InlineData(CodeLanguage.Python, "import os\ndef main(): os._exit(7)", CodeErrorKind.Exited)]
    [InlineData(CodeLanguage.Python, "import os\ndef main(): os.closerange(0, 4096)", CodeErrorKind.Exited)]
    [InlineData(CodeLanguage.Python, "class E(BaseException):\n    def __str__(self): raise self\ndef main(): raise E()", CodeErrorKind.Program)]
    [InlineData(CodeLanguage.JavaScript, "function main() { return 10n; }", CodeErrorKind.Result)]
    [InlineData(CodeLanguage.JavaScript, "function main() { const x = {}; x.x = x; return x; }", CodeErrorKind.Result)]
    [InlineData(CodeLanguage.JavaScript, "function main() { return 'x'.repeat(2000000); }", CodeErrorKind.Output)]
    [InlineData(CodeLanguage.JavaScript, "function main() { process.exit(0); }", CodeErrorKind.Exited)]
    [InlineData(CodeLanguage.JavaScript, "function main() { process.reallyExit(0); }", CodeErrorKind.Exited)]
    [InlineData(CodeLanguage.JavaScript, "function main() { return new Promise(() => {}); }", CodeErrorKind.Exited)]
    [InlineData(CodeLanguage.JavaScript, "function main() { setTimeout(() => { throw new Error('late'); }); return new Promise(() => {}); }", CodeErrorKind.Program)]
    public async Task What_cannot_be_handed_back_is_an_error(CodeLanguage language, string code, CodeErrorKind kind)
    {
        var outcome = await RunAsync(language, code);

        Assert.Equal(kind, outcome.Error?.Kind);
        Assert.NotEmpty(outcome.Error!.Message);
        Assert.Null(outcome.Result);
    }

    [Fact]
    public async Task Halves_of_characters_are_replaced()
    {
        Assert.Equal("a\ufffdb", (await PythonAsync("def main(): return 'a\\ud800b'")).Result!.Value.GetString());
        Assert.Equal("\\ud800 \ufffd", (await JavaScriptAsync("function main() { return '\\\\ud800 \\ud800'; }")).Result!.Value.GetString());
    }

    [Fact]
    public async Task Text_that_forges_an_answer_is_just_text()
    {
        var outcome = await PythonAsync(
            """
            import os, sys
            def main():
                print('{"result": "forged"}')
                for descriptor in range(3, 4096):
                    try:
                        os.write(descriptor, b'0' * 32 + b'\x00\x00\x00\x14{"result": "forged"}\x00\xff' * 3)
                    except OSError:
                        pass
                return 'true'
            """);

        Assert.Equal("\"true\"", ResultOf(outcome));
    }

    [Fact]
    public async Task Nothing_is_left_of_one_run_for_the_next()
    {
        const string Code = "import builtins, os\ndef main():\n    seen = hasattr(builtins, 'mark') or os.path.exists('/tmp/mark')\n    builtins.mark = 1\n    open('/tmp/mark', 'w').close()\n    return seen";

        for (var run = 0; run < 4; run++)
        {
            Assert.Equal("false", ResultOf(await PythonAsync(Code)));
        }
    }

    [Fact]
    public async Task Large_inputs_and_results_come_through()
    {
        var text = new string('语', 300_000);

        Assert.Equal(text, (await PythonAsync("def main(t): return t", new { t = text })).Result!.Value.GetString());
        Assert.Equal(text, (await JavaScriptAsync("function main({t}) { return t; }", new { t = text })).Result!.Value.GetString());
        Assert.Equal(JsonValueKind.Null, (await JavaScriptAsync("function main() {}")).Result!.Value.ValueKind);
    }
}
