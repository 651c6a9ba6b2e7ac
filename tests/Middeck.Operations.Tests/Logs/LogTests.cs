using Middeck.Operations.Logs;

namespace Middeck.Operations.Tests.Logs;

public sealed class LogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("middeck-log-").FullName;

    private string Log => Path.Combine(_folder, "x.log");

    [Fact]
    public void A_log_that_grew_too_large_moves_aside_while_its_writer_goes_on()
    {
        using var writer = new FileStream(Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        var rotation = new LogRotation(maximumBytes: 10, kept: 2);

        foreach (var text in new[] { "first and long", "second and long", "third and long" })
        {
            writer.Write(System.Text.Encoding.ASCII.GetBytes(text));
            writer.Flush();
            Assert.True(rotation.Rotate(Log));
            // As a process that was given an appending handle does.
            writer.Position = 0;
        }

        Assert.False(rotation.Rotate(Log));
        Assert.Equal("third and long", File.ReadAllText($"{Log}.1"));
        Assert.Equal("second and long", File.ReadAllText($"{Log}.2"));
        Assert.False(File.Exists($"{Log}.3"));
    }

    [Fact]
    public void The_end_of_a_log_is_its_last_lines()
    {
        File.WriteAllText(Log, "a\nb\nc\n");

        Assert.Equal(["b", "c"], new LogReader(Log, TimeProvider.System).Tail(2));
    }

    [Fact]
    public void Last_words_are_no_stack_trace_and_nothing_from_before_the_start()
    {
        File.WriteAllText(Log, "old\n");
        var reader = new LogReader(Log, TimeProvider.System);
        var start = reader.End;
        Assert.Null(reader.LastWords(start));

        File.AppendAllText(Log, "Boom: it broke\n   at X()\n   at Y()\n");

        Assert.Equal("Boom: it broke", reader.LastWords(start));
    }

    [Fact]
    public async Task Following_goes_on_after_a_rotation_and_keeps_characters_whole()
    {
        File.WriteAllText(Log, "before\n");
        using var stop = new CancellationTokenSource();
        var output = new StringWriter();
        var reader = new LogReader(Log, TimeProvider.System);
        var following = reader.FollowAsync(reader.End, output, stop.Token);

        File.AppendAllText(Log, "中文\n");
        await Eventually.TrueAsync(() => output.ToString() == "中文\n", "the appended line");
        File.WriteAllText(Log, "new\n");
        await Eventually.TrueAsync(() => output.ToString() == "中文\nnew\n", "the line after the rotation");
        await stop.CancelAsync();
        await following;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
