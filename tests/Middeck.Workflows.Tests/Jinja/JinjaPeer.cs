using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Middeck.Workflows.Tests.Jinja;

/// <summary>Jinja2 itself, in one Python process for all templates.</summary>
public sealed class JinjaPeer : IDisposable
{
    // The system's Python is the one that Debian's python3-jinja2 belongs to.
    private static readonly string[] _pythons = ["/usr/bin/python3", "python3"];

    private readonly Process _process;

    public JinjaPeer()
    {
        var python = Array.Find(_pythons, HasJinja) ?? throw new InvalidOperationException(
            "Jinja2 for Python is not installed. Install it with: sudo apt-get install -y python3-jinja2");
        _process = Process.Start(new ProcessStartInfo(python, ["-u", Path.Combine(Here(), "peer.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        })!;
    }

    /// <summary>What Jinja2 makes of each of them: sent and read at the same time, so that neither side waits for the other.</summary>
    internal async Task<List<Rendered>> RenderAsync(IReadOnlyList<(string Template, string Context)> templates)
    {
        var sending = Task.Run(async () =>
        {
            foreach (var (template, context) in templates)
            {
                await _process.StandardInput.WriteLineAsync(
                    $$"""{"template":{{JsonSerializer.Serialize(template)}},"context":{{context.ReplaceLineEndings(" ")}}}""");
            }

            await _process.StandardInput.FlushAsync();
        });
        var answers = new List<Rendered>();
        while (answers.Count < templates.Count)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Python ended in the middle.");
            answers.Add(JsonSerializer.Deserialize<Rendered>(line, JsonSerializerOptions.Web)!);
        }

        await sending;
        return answers;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool HasJinja(string python)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(python, ["-c", "import jinja2"]) { RedirectStandardError = true })!;
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
