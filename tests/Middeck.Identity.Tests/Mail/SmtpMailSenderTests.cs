using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Identity.Mail;

namespace Middeck.Identity.Tests.Mail;

public sealed class SmtpMailSenderTests
{
    [Fact]
    public async Task A_mail_reaches_a_real_smtp_conversation()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = ServeOneAsync(listener);
        var sender = new SmtpMailSender(Options.Create(new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            From = "Middeck <ai@example.com>",
            Tls = false,
        }));

        await sender.SendAsync("li.lei@example.com", "重设密码", "链接", CancellationToken.None);

        var heard = await server;
        Assert.Contains("MAIL FROM:<ai@example.com>", heard, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<li.lei@example.com>", heard, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("链接")), heard, StringComparison.Ordinal);
    }

    private static async Task<string> ServeOneAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var heard = new StringBuilder();
        var inBody = false;
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            heard.AppendLine(line);
            if (inBody && line != ".")
            {
                continue;
            }

            inBody = line == "DATA";
            await writer.WriteLineAsync(inBody ? "354 go on" : line == "QUIT" ? "221 bye" : "250 ok");
            if (line == ".")
            {
                break;
            }
        }

        return heard.ToString();
    }
}
