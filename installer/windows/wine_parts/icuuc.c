/* For the trial under Wine only, never delivered: Windows 10's own icuuc.dll, which Wine lacks.
   It answers that it knows no text encoding, and Qt then uses its own. */
#include <stddef.h>

#define ANSWER __declspec(dllexport)
#define NOT_AVAILABLE 16 /* U_UNSUPPORTED_ERROR */

static void say_no(int *error) { if (error) *error = NOT_AVAILABLE; }

ANSWER void *ucnv_open(const char *name, int *e) { (void)name; say_no(e); return NULL; }
ANSWER void ucnv_close(void *c) { (void)c; }
ANSWER void ucnv_reset(void *c) { (void)c; }
ANSWER void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
ANSWER void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
ANSWER signed char ucnv_getMaxCharSize(const void *c) { (void)c; return 1; }
ANSWER const char *ucnv_getName(const void *c, int *e) { (void)c; say_no(e); return NULL; }
ANSWER const char *ucnv_getAvailableName(int n) { (void)n; return NULL; }
ANSWER int ucnv_countAvailable(void) { return 0; }
ANSWER const char *ucnv_getStandardName(const char *n, const char *s, int *e)
{ (void)n; (void)s; say_no(e); return NULL; }
ANSWER void ucnv_getToUCallBack(const void *c, void **a, const void **b)
{ (void)c; if (a) *a = NULL; if (b) *b = NULL; }
ANSWER void ucnv_getFromUCallBack(const void *c, void **a, const void **b)
{ (void)c; if (a) *a = NULL; if (b) *b = NULL; }
ANSWER void ucnv_setToUCallBack(void *c, void *n, const void *x, void **o, const void **p, int *e)
{ (void)c; (void)n; (void)x; (void)o; (void)p; say_no(e); }
ANSWER void ucnv_setFromUCallBack(void *c, void *n, const void *x, void **o, const void **p, int *e)
{ (void)c; (void)n; (void)x; (void)o; (void)p; say_no(e); }
ANSWER void ucnv_cbToUWriteUChars(void *a, const void *s, int l, int o, int *e)
{ (void)a; (void)s; (void)l; (void)o; say_no(e); }
ANSWER void ucnv_cbFromUWriteUChars(void *a, const void **s, const void *l, int o, int *e)
{ (void)a; (void)s; (void)l; (void)o; say_no(e); }
ANSWER void ucnv_toUnicode(void *c, void **t, const void *tl, const char **s, const char *sl,
                           int *o, signed char f, int *e)
{ (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; say_no(e); }
ANSWER void ucnv_fromUnicode(void *c, char **t, const char *tl, const void **s, const void *sl,
                             int *o, signed char f, int *e)
{ (void)c; (void)t; (void)tl; (void)s; (void)sl; (void)o; (void)f; say_no(e); }
ANSWER int ucnv_toUCountPending(const void *c, int *e) { (void)c; say_no(e); return 0; }
ANSWER int ucnv_fromUCountPending(const void *c, int *e) { (void)c; say_no(e); return 0; }
