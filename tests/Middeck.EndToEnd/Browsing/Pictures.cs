using Microsoft.Playwright;
using Middeck.Testing;

namespace Middeck.EndToEnd.Browsing;

/// <summary>The pictures of the README. They are written only when MIDDECK_PICTURES is set, so that a test run changes no file.</summary>
internal static class Pictures
{
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MIDDECK_PICTURES") is not { Length: > 0 })
        {
            return;
        }

        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Repository.Root, "docs", "images", $"{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
    }
}
