using System.Globalization;

namespace Middeck.Core;

/// <summary>Amounts of money as JSON has them: decimal numbers as text, so that nothing is rounded on the way.</summary>
public static class Money
{
    /// <summary>Such as <c>0.000125</c>: up to twelve decimals, without zeros at the end.</summary>
    public static string Text(decimal amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);
}
