using Microsoft.Playwright;

namespace Middeck.EndToEnd.Browsing;

/// <summary>Real PDF files, printed by the browser from HTML, with embedded fonts.</summary>
internal static class Pdf
{
    public static async Task<byte[]> PrintAsync(string html)
    {
        var page = await (await Browser.GetAsync()).NewPageAsync();
        await page.SetContentAsync(html);
        var bytes = await page.PdfAsync(new PagePdfOptions { Format = "A4" });
        await page.CloseAsync();
        return bytes;
    }
}
