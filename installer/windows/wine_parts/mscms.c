/* For the trial under Wine only, never delivered: Wine's mscms.dll lacks what Qt asks of a screen.
   It answers that there is no colour profile, and Qt then takes sRGB. */
#define ANSWER __declspec(dllexport)

ANSWER void *OpenColorProfileW(void *p, unsigned a, unsigned s, unsigned c)
{ (void)p; (void)a; (void)s; (void)c; return 0; }
ANSWER void *WcsCreateIccProfile(void *p, unsigned o) { (void)p; (void)o; return 0; }
ANSWER int GetColorProfileFromHandle(void *p, void *b, unsigned *n)
{ (void)p; (void)b; if (n) *n = 0; return 0; }
ANSWER int CloseColorProfile(void *p) { (void)p; return 1; }
