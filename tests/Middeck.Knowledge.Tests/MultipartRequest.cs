using System.Text;
using Microsoft.AspNetCore.Http;

namespace Middeck.Knowledge.Tests;

/// <summary>Multipart bodies as browsers send them, and some that no browser sends.</summary>
internal static class MultipartRequest
{
    private const string Boundary = "----middeck";

    public static HttpRequest Of(
        string name, byte[] content, string end = $"\r\n--{Boundary}--\r\n",
        params (string Name, string Value)[] fields)
    {
        var body = new MemoryStream();
        foreach (var (field, value) in fields)
        {
            body.Write(Encoding.UTF8.GetBytes(
                $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"));
        }

        body.Write(Encoding.UTF8.GetBytes(
            $"--{Boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
            + $"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"));
        body.Write(content);
        body.Write(Encoding.UTF8.GetBytes(end));
        body.Position = 0;

        var request = new DefaultHttpContext().Request;
        request.ContentType = $"multipart/form-data; boundary={Boundary}";
        request.Body = body;
        return request;
    }
}
