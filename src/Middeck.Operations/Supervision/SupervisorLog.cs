using System.Globalization;

namespace Middeck.Operations.Supervision;

/// <summary>One line per event, with the time in UTC. The supervisor has no logging framework: it must stay small.</summary>
internal sealed class SupervisorLog(TextWriter output, TimeProvider clock)
{
    public void Write(string sentence)
    {
        var time = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        lock (output)
        {
            output.WriteLine($"{time} {sentence}");
            output.Flush();
        }
    }
}
