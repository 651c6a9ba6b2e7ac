using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Middeck.Workflows.Bench;

/// <summary>Jinja2 in one Python process.</summary>
internal sealed class JinjaPeer : IDisposable
{
    private readonly Process _process;

    private JinjaPeer(Process process) => _process = process;

    /// <summary>Starts it; null, with the reason, when it cannot run.</summary>
    public static JinjaPeer? TryStart(TextWriter report)
    {
        foreach (var python in (string[])["/usr/bin/python3", "python3"])
        {
            try
            {
                using var asked = Process.Start(new ProcessStartInfo(python, ["-c", "import jinja2"]) { RedirectStandardError = true })!;
                asked.WaitForExit();
                if (asked.ExitCode == 0)
                {
                    return new JinjaPeer(Process.Start(new ProcessStartInfo(python, ["-u", Path.Combine(Here(), "peer", "jinja.py")])
                    {
                        RedirectStandardInput = true,
                        RedirectStandardOutput = true,
                    })!);
                }
            }
            catch (System.ComponentModel.Win32Exception missing)
            {
                report.WriteLine($"{python} cannot run here: {missing.Message}.");
            }
        }

        report.WriteLine("Jinja2 for Python is not installed (apt-get install python3-jinja2).");
        return null;
    }

    /// <summary>How long that many renderings take, in seconds; the template is compiled before.</summary>
    public double Run(string template, string context, int runs)
    {
        _process.StandardInput.WriteLine($$"""{"template":{{JsonSerializer.Serialize(template)}},"context":{{context}},"runs":{{runs}}}""");
        var answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python ended in the middle.");
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("seconds").GetDouble();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
