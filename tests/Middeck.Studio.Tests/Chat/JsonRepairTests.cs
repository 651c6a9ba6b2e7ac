using Middeck.Studio.Answering;

namespace Middeck.Studio.Tests.Chat;

public sealed class JsonRepairTests
{
    [Theory]
    [InlineData("""{"a": 1,}""", """{"a":1}""")]
    [InlineData("""{'a': 'it is', b: True, "c": None}""", """{"a":"it is","b":true,"c":null}""")]
    [InlineData("""{"a": "he said "yes" to it", "b": 2}""", """{"a":"he said \"yes\" to it","b":2}""")]
    [InlineData("{\"a\": \"one\ntwo\"", "{\"a\":\"one\\ntwo\"}")]
    [InlineData("""```json\n{"a": [1, 2,, 3}```""", """{"a":[1,2,3]}""")]
    [InlineData("""{“名”：“甲”}""", """{"名":"甲"}""")]
    [InlineData("""{"a": 1 // one""" + "\n, /* two */ \"b\": 2.50}", """{"a":1,"b":2.50}""")]
    [InlineData("""[{"a": "x"} {"a": "y"}""", """[{"a":"x"},{"a":"y"}]""")]
    [InlineData("""{"a" 1, "b": "\u4f60\n"}""", """{"a":1,"b":"你\n"}""")]
    [InlineData("""{"path": "C:\dir"}""", """{"path":"C:\\dir"}""")]
    [InlineData("no object", null)]
    public void What_was_meant_is_read(string written, string? meant) => Assert.Equal(meant, JsonRepair.Repair(written));

    [Fact]
    public void Nothing_keeps_it_from_ending()
    {
        var letters = "{}[]\"':,/\\ a1“".ToCharArray();
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            JsonRepair.Repair("{" + string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => letters[random.Next(letters.Length)])));
        }

        Assert.NotNull(JsonRepair.Repair(new string('[', 100_000)));
    }
}
